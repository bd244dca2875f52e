"""The addresses of planned meetings and of their agendas."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.meetings.agenda_files import agenda_file, agenda_version, invitation
from corcom.web.meetings.agenda_input import agenda_circulate, agenda_take
from corcom.web.meetings.agenda_page import agenda, agenda_fill, agenda_item_page, agenda_release, agenda_step
from corcom.web.meetings.forums import forum_step, forums
from corcom.web.meetings.mail import meeting_mail, meeting_mail_update
from corcom.web.meetings.plan_page import plan
from corcom.web.meetings.plan_steps import plan_step, schedule

urlpatterns = [
    path("meetings/schedule/", schedule, name="schedule"),
    path("meetings/forums/", forums, name="forums"),
    path("meetings/forums/step/", forum_step, name="forum_step"),
    path("meetings/<number:number>/plan/", plan, name="plan"),
    path("meetings/<number:number>/plan/<slug:verb>/", plan_step, name="plan_step"),
    path("meetings/<number:number>/agenda/", agenda, name="agenda"),
    path("meetings/<number:number>/agenda/circulate/", agenda_circulate, name="agenda_circulate"),
    path("meetings/<number:number>/agenda/input/<number:comment>/", agenda_take, name="agenda_take"),
    path("meetings/<number:number>/agenda/fill/", agenda_fill, name="agenda_fill"),
    path("meetings/<number:number>/agenda/release/", agenda_release, name="agenda_release"),
    path("meetings/<number:number>/agenda/<number:item>/", agenda_item_page, name="agenda_item"),
    path("meetings/<number:number>/agenda/<number:item>/step/", agenda_step, name="agenda_step"),
    path("meetings/<number:number>/agenda/versions/<number:version>/", agenda_version, name="agenda_version"),
    path("meetings/<number:number>/agenda.<agenda_form:form>", agenda_file, name="agenda_file"),
    path("meetings/<number:number>/mail/", meeting_mail, name="meeting_mail"),
    path("meetings/<number:number>/mail/update/", meeting_mail_update, name="meeting_mail_update"),
    path("meetings/<number:number>/invitation.ics", invitation, name="invitation"),
]
