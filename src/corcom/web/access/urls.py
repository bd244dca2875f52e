"""The addresses of accounts."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.access.choose_password import choose_password
from corcom.web.access.list import account, accounts
from corcom.web.access.own import own
from corcom.web.access.steps import account_step, new_account

urlpatterns = [
    path("our-delegation/", own, name="own"),
    path("accounts/", accounts, name="accounts"),
    path("accounts/new/", new_account, name="new_account"),
    path("accounts/<number:number>/", account, name="account"),
    path("accounts/<number:number>/<slug:verb>/", account_step, name="account_step"),
    path("account/choose-password/", choose_password, name="choose_password"),
]
