from __future__ import annotations

from allauth.account import views as account
from django.urls import include, path
from django.views.i18n import set_language

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web import preferences
from corcom.web.search.page import search_page
from corcom.web.sign_in import open_to_all
from corcom.web.style.page import arabic, style
from corcom.web.today import today

urlpatterns = [
    path("", today, name="today"),
    path("", include("corcom.web.access.urls")),
    path("", include("corcom.web.meetings.urls")),
    path("", include("corcom.web.calendar.urls")),
    path("", include("corcom.web.taking_part.urls")),
    path("", include("corcom.web.programme.urls")),
    path("meetings/<number:number>/minutes/", include("corcom.web.minuting.urls")),
    path("", include("corcom.web.record.urls")),
    path("", include("corcom.web.followup.urls")),
    path("", include("corcom.web.timelines.urls")),
    path("", include("corcom.web.states.urls")),
    path("", include("corcom.web.polls.urls")),
    path("", include("corcom.web.work_plan.urls")),
    path("", include("corcom.web.conventions.urls")),
    path("", include("corcom.web.obligations.urls")),
    path("", include("corcom.web.register.urls")),
    path("", include("corcom.web.report_checks.urls")),
    path("", include("corcom.web.reports.urls")),
    path("", include("corcom.web.letters.urls")),
    path("", include("corcom.web.questionnaires.urls")),
    path("", include("corcom.web.figures.urls")),
    path("outbox/", include("corcom.web.outbox.urls")),
    path("reminders/", include("corcom.web.reminders.urls")),
    path("audiences/", include("corcom.web.audiences.urls")),
    path("", include("corcom.web.committee.urls")),
    path("", include("corcom.web.directory.urls")),
    path("", include("corcom.web.consultations.urls")),
    path("search/", search_page, name="search"),
    path("documents/official/", include("corcom.web.official.urls")),
    path("documents/", include("corcom.web.documents.urls")),
    path("documents/<number:number>/", include("corcom.web.review.urls")),
    path("style/", style, name="style"),
    path("style/ar/", arabic, name="style_arabic"),
    path("choose/<str:name>/", preferences.choose, name="choose"),
    path("choose-language/", open_to_all(set_language), name="set_language"),
    # The pages of allauth that CorCom uses; the others are not reachable.
    path("account/sign-in/", account.login, name="account_login"),
    path("account/sign-out/", account.logout, name="account_logout"),
    path("account/sign-up/", account.signup, name="account_signup"),
    path("account/password/", account.password_change, name="account_change_password"),
    path("account/again/", account.reauthenticate, name="account_reauthenticate"),
    path("account/inactive/", account.account_inactive, name="account_inactive"),
]
