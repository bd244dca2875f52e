"""The addresses of invitations, attendance, lists of participants and hosts' checklists."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.taking_part.answer_page import answer_invitation
from corcom.web.taking_part.attendance_added import attendance_add, attendance_of_one, attendance_off
from corcom.web.taking_part.attendance_page import attendance, attendance_step, attendance_tap
from corcom.web.taking_part.host_checklist import checklist, checklist_entry_page, checklist_start
from corcom.web.taking_part.invitation_page import answer_for, invitation_of, invitation_step
from corcom.web.taking_part.invitations import invitation_letters, invitation_list
from corcom.web.taking_part.invite import invite
from corcom.web.taking_part.participants_page import participants, participants_file, participants_release

MEETING = "meetings/<number:number>"

urlpatterns = [
    path("answer/", answer_invitation, name="answer_invitation"),
    path(f"{MEETING}/invitations/", invitation_list, name="invitations"),
    path(f"{MEETING}/invitations/choose/", invite, name="invite"),
    path(f"{MEETING}/invitations/letters/", invitation_letters, name="invitation_letters"),
    path(f"{MEETING}/invitations/<number:invited>/", invitation_of, name="invitation_of"),
    path(f"{MEETING}/invitations/<number:invited>/answer/", answer_for, name="answer_for"),
    path(f"{MEETING}/invitations/<number:invited>/step/", invitation_step, name="invitation_step"),
    path(f"{MEETING}/attendance/", attendance, name="attendance"),
    path(f"{MEETING}/attendance/add/", attendance_add, name="attendance_add"),
    path(f"{MEETING}/attendance/step/", attendance_step, name="attendance_step"),
    path(f"{MEETING}/attendance/<number:line>/", attendance_of_one, name="attendance_line"),
    path(f"{MEETING}/attendance/<number:line>/tap/", attendance_tap, name="attendance_tap"),
    path(f"{MEETING}/attendance/<number:line>/off/", attendance_off, name="attendance_off"),
    path(f"{MEETING}/participants/", participants, name="participants"),
    path(f"{MEETING}/participants/release/", participants_release, name="participants_release"),
    path(f"{MEETING}/participants.<list_form:form>", participants_file, name="participants_file"),
    path(f"{MEETING}/checklist/", checklist, name="host_checklist"),
    path(f"{MEETING}/checklist/start/", checklist_start, name="checklist_start"),
    path(f"{MEETING}/checklist/<number:entry>/", checklist_entry_page, name="checklist_entry"),
]
