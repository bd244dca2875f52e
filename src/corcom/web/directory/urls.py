"""The addresses of the directory."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.directory import files, steps
from corcom.web.directory.page import delegation, directory, duplicate_list, person

urlpatterns = [
    path("directory/", directory, name="directory"),
    path("directory/directory.csv", files.whole_file, name="directory_file"),
    path("directory/people.vcf", files.cards, name="directory_cards"),
    path("directory/import/", files.take_in, name="directory_import"),
    path("directory/new/", steps.new_person, name="new_person"),
    path("directory/duplicates/", duplicate_list, name="directory_duplicates"),
    path("directory/people/<number:number>/", person, name="person"),
    path("directory/people/<number:number>/card.vcf", files.card, name="person_card"),
    path("directory/people/<number:number>/<slug:verb>/", steps.person_step, name="person_step"),
    path("directory/affiliations/<number:number>/end/", steps.end_affiliation, name="end_affiliation"),
    path("directory/contacts/<number:number>/withdraw/", steps.withdraw_contact, name="withdraw_contact"),
    path("directory/merges/<number:number>/undo/", steps.undo_merge, name="undo_merge"),
    path("directory/delegations/<code:code>/", delegation, name="directory_delegation"),
    path("directory/delegations/<code:code>/contact/", steps.delegation_contact, name="delegation_contact"),
]
