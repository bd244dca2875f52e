"""The addresses of the outbox."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.outbox.addresses import outbox_addresses
from corcom.web.outbox.incoming import incoming, incoming_aside, incoming_list
from corcom.web.outbox.mend import outbox_mend, outbox_works
from corcom.web.outbox.message import message_file, outgoing_message
from corcom.web.outbox.page import outbox, outbox_progress
from corcom.web.outbox.settings import outbox_rule, outbox_settings, outbox_try
from corcom.web.outbox.steps import outbox_step
from corcom.web.outbox.unsubscribe import unsubscribe
from corcom.web.outbox.write import incoming_write, outbox_write

urlpatterns = [
    path("", outbox, name="outbox"),
    path("progress/", outbox_progress, name="outbox_progress"),
    path("settings/", outbox_settings, name="outbox_settings"),
    path("rules/", outbox_rule, name="outbox_rule"),
    path("try/", outbox_try, name="outbox_try"),
    path("addresses/", outbox_addresses, name="outbox_addresses"),
    path("addresses/mend/", outbox_mend, name="outbox_mend"),
    path("addresses/works/", outbox_works, name="outbox_works"),
    path("leave/", unsubscribe, name="unsubscribe"),
    path("steps/<slug:verb>/", outbox_step, name="outbox_step"),
    path("incoming/", incoming_list, name="outbox_incoming"),
    path("incoming/aside/", incoming_aside, name="incoming_aside"),
    path("incoming/<number:number>/", incoming, name="incoming_message"),
    path("<number:number>/", outgoing_message, name="outgoing_message"),
    path("incoming/<number:number>/write/", incoming_write, name="incoming_write"),
    path("<number:number>/write/", outbox_write, name="outbox_write"),
    path("<number:number>/message.eml", message_file, name="message_file"),
]
