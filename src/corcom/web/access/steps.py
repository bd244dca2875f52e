"""What the secretariat does with accounts: opening, changing, linking, closing. Each is a plain form that asks first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from corcom.access import actions
from corcom.access.queries import AccountLine, account_line, account_named
from corcom.directory.queries import NoSuchPerson, people
from corcom.web import day as days
from corcom.web.access.forms import ChangeAccountForm, InviteForm, LinkPersonForm
from corcom.web.access.words import shown_name
from corcom.web.committee.words import holder_in_words
from corcom.web.directory.words import person_name
from corcom.web.person import person
from corcom.web.rights import requires


@dataclass(frozen=True, slots=True)
class AccountVerb:
    """Something to do with an account; `slug` is its place in the address, `asks` what stands before the button."""

    slug: str
    label: Promise
    icon: str
    asks: Promise | None
    done: Promise


VERBS = (
    AccountVerb("change", pgettext_lazy("verb", "Change"), "edit", None, gettext_lazy("The account is changed.")),
    AccountVerb("person", gettext_lazy("Link to a person"), "person", None, gettext_lazy("The account is linked.")),
    AccountVerb(
        "unlink",
        gettext_lazy("Take the person from it"),
        "undo",
        gettext_lazy("What followed from this person's delegation and offices ends with it. It can be linked again."),
        gettext_lazy("The account is linked to nobody any more."),
    ),
    AccountVerb(
        "link",
        gettext_lazy("Make a link to set the password"),
        "next",
        gettext_lazy(
            "Links given before open nothing any more. The password that it has holds until a new one is set."
        ),
        gettext_lazy("The link stands below. Hand it to the owner of the account alone; it opens once."),
    ),
    AccountVerb(
        "deactivate",
        gettext_lazy("Close the account"),
        "reject",
        gettext_lazy("Whoever is signed in with it is signed out. Its history stays, and it can be opened again."),
        gettext_lazy("The account is closed. You can open it again."),
    ),
    AccountVerb(
        "reactivate",
        gettext_lazy("Open the account again"),
        "undo",
        gettext_lazy("It may do again what follows from its role and its person, with the password that it had."),
        gettext_lazy("The account is open again."),
    ),
)


def verbs_for(line: AccountLine) -> list[AccountVerb]:
    """The steps that an account may take as it stands."""
    if line.standing == "closed":
        return [verb for verb in VERBS if verb.slug == "reactivate"]
    out = {"reactivate"} if line.person else {"reactivate", "unlink"}
    return [verb for verb in VERBS if verb.slug not in out]


@requires("accounts")
def new_account(request: HttpRequest) -> HttpResponse:
    """Open an account, whose owner sets the password by a link."""
    form = InviteForm(request.POST or None, people=_people(), initial={"role": "delegate"})
    if request.method == "POST" and form.is_valid() and _written(form, lambda: _invite(request, form)):
        messages.success(request, _("The account is open. Hand the link below to its owner; it opens once."))
        made = account_named(username=form.cleaned_data["username"])
        return redirect("account", made.pk if made else 0)
    shown = {"form": form, "title": _("Open an account"), "name": ""}
    return render(request, "access/account_step.html", shown, status=400 if form.errors else 200)


def _invite(request: HttpRequest, form: forms.Form) -> None:
    actions.invite(**form.cleaned_data, **_hand(request))


@requires("accounts")
def account_step(request: HttpRequest, number: int, verb: str) -> HttpResponse:
    """The form of a step, and the step itself."""
    line = account_line(number=number, day=days.today())
    known = next((one for one in VERBS if one.slug == verb), None)
    if line is None or known is None:
        raise Http404
    if known not in verbs_for(line):
        messages.error(request, _("The account stands otherwise meanwhile; nothing was changed."))
        return redirect("account", number)
    form = FORMS.get(verb, _plain)(request, line)
    if request.method == "POST" and form.is_valid() and _written(form, lambda: WRITES[verb](request, line, form)):
        messages.success(request, str(known.done))
        return redirect("account", number)
    shown = {"form": form, "title": known.label, "name": shown_name(line), "line": line, "asks": known.asks}
    return render(request, "access/account_step.html", shown, status=400 if form.errors else 200)


def _hand(request: HttpRequest) -> dict[str, Any]:
    return {"at": days.moment(), "by": person(request).username}


def _people() -> list[tuple[int, str]]:
    return [
        (
            each.person.number,
            _(", ").join((person_name(each.person), *(holder_in_words(one.delegation) for one in each.represents))),
        )
        for each in people(day=days.today())
    ]


def _plain(request: HttpRequest, _line: AccountLine) -> forms.Form:
    return forms.Form(request.POST if request.method == "POST" else None)


def _change_form(request: HttpRequest, line: AccountLine) -> forms.Form:
    return ChangeAccountForm(request.POST or None, initial={"name": line.name, "email": line.email, "role": line.role})


def _person_form(request: HttpRequest, line: AccountLine) -> forms.Form:
    initial = {"person": line.person[0] if line.person else None}
    return LinkPersonForm(request.POST or None, people=_people(), initial=initial)


FORMS: dict[str, Callable[[HttpRequest, AccountLine], forms.Form]] = {"change": _change_form, "person": _person_form}


def _change(request: HttpRequest, line: AccountLine, form: forms.Form) -> None:
    said = form.cleaned_data
    kept = {"name": line.name, "email": line.email, "role": line.role}
    actions.change_account(
        username=line.username, **{key: said[key] for key in kept if said[key] != kept[key]}, **_hand(request)
    )


def _link_person(request: HttpRequest, line: AccountLine, form: forms.Form) -> None:
    actions.link_person(username=line.username, person=form.cleaned_data["person"], **_hand(request))


WRITES: dict[str, Callable[[HttpRequest, AccountLine, forms.Form], Any]] = {
    "change": _change,
    "person": _link_person,
    "unlink": lambda request, line, _form: actions.unlink_person(username=line.username, **_hand(request)),
    "link": lambda request, line, _form: actions.link_for_password(username=line.username, **_hand(request)),
    "deactivate": lambda request, line, _form: actions.deactivate_account(username=line.username, **_hand(request)),
    "reactivate": lambda request, line, _form: actions.reactivate_account(username=line.username, **_hand(request)),
}


def _written(form: forms.Form, write: Callable[[], Any]) -> bool:
    """Whether it was written; what was refused stands at the form."""
    try:
        write()
    except actions.AccountTaken as taken:
        form.add_error("username", _("There is an account %(name)s already.") % {"name": taken.username})
    except actions.AccountRefused as refused:
        for reason in refused.reasons:
            form.add_error(None, reason)
    except actions.LastOfSecretariat:
        form.add_error(None, _("This is the last open account of the secretariat. Open another one first."))
    except NoSuchPerson:
        form.add_error("person", _("This person is not in the directory any more."))
    except (actions.AlreadySo, actions.AccountClosed):
        form.add_error(None, _("The account stands otherwise meanwhile; nothing was changed."))
    else:
        return True
    return False
