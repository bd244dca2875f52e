"""Setting the password of an account by a signed link, which opens once."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from corcom.access import actions
from corcom.access.queries import ACCOUNT_LINK, GivenLink, LinkRefused
from corcom.web import day as days
from corcom.web.access.forms import PasswordForm
from corcom.web.by_link import by_link, refusal


@sensitive_post_parameters()
@by_link(ACCOUNT_LINK)
def choose_password(request: HttpRequest, link: GivenLink) -> HttpResponse:
    """The form for a new password, and setting it."""
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        at = days.moment()
        try:
            actions.set_password(link=link, password=form.cleaned_data["password"], at=at)
        except actions.AccountRefused as refused:
            for reason in refused.reasons:
                form.add_error("password", reason)
        except actions.LinkAlreadyUsed:
            return refusal(request, LinkRefused("used", at))
        except (actions.AccountClosed, actions.NoSuchAccount):
            return refusal(request, LinkRefused("withdrawn", at))
        else:
            messages.success(request, _("Your password is set. Sign in with it."))
            return redirect("account_login")
    shown = {"form": form, "username": link.party}
    return render(request, "access/choose_password.html", shown, status=400 if form.errors else 200)
