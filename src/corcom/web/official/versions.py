"""Versions of an official document: uploading, releasing and withdrawing them; its class; its translations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corcom.documents import actions
from corcom.documents.domain.circles import Circle
from corcom.documents.queries import ShownDocument, ShownVersion
from corcom.kernel.errors import ChangedMeanwhile
from corcom.web.filters import number_sent, text_in
from corcom.web.language_words import language_in_words
from corcom.web.official.forms import ClassForm, ReleaseForm, TranslationForm, WithdrawForm
from corcom.web.official.page import found_or_404
from corcom.web.official.refusals import REFUSED, in_words
from corcom.web.official.steps import hand
from corcom.web.official.words import circle_in_words, named
from corcom.web.rights import requires


def shown_step(request: HttpRequest, found: ShownDocument, form: forms.Form, title: str, **more: Any) -> HttpResponse:
    """The form of a step with a document."""
    shown = {"form": form, "found": found, "name": named(found), "title": title, **more}
    return render(request, "official/step.html", shown, status=400 if form.errors else more.get("status", 200))


def taken(form: forms.Form, write: Callable[[], Any]) -> bool:
    """Whether a step was taken; a refusal stands in the form."""
    try:
        write()
    except REFUSED as refused:
        form.add_error(None, in_words(refused))
        return False
    return True


@requires("publish")
def release_version(request: HttpRequest, number: int, version: int) -> HttpResponse:
    """Release a version, after asking: it never changes again."""
    found, one = _version(request, number, version)
    form = ReleaseForm(request.POST or None)
    if form.is_bound and form.is_valid():
        note = form.cleaned_data["note"]
        if taken(form, lambda: actions.release_version(number=number, version=version, note=note, **hand(request))):
            messages.success(request, _("It is released and does not change any more."))
            return redirect("official_document", number)
    asks = _("%(what)s goes out to: %(who)s. It never changes again; a later version can take its place.")
    said = asks % {"what": _called(one), "who": circle_in_words(found.circle)}
    return shown_step(request, found, form, _("Release"), asks=said)


@requires("publish")
def withdraw_version(request: HttpRequest, number: int, version: int) -> HttpResponse:
    """Withdraw a version with a reason."""
    found, one = _version(request, number, version)
    form = WithdrawForm(request.POST or None)
    if form.is_bound and form.is_valid():
        reason = form.cleaned_data["reason"]
        if taken(
            form, lambda: actions.withdraw_version(number=number, version=version, reason=reason, **hand(request))
        ):
            messages.success(request, _("It is withdrawn."))
            return redirect("official_document", number)
    asks = _("%(what)s cannot be opened any more, except by the secretariat. No version before it comes back.")
    return shown_step(request, found, form, _("Withdraw"), asks=asks % {"what": _called(one)})


@requires("publish")
def change_class(request: HttpRequest, number: int) -> HttpResponse:
    """Change for whom a document is; one that more people may read than before is asked for first."""
    found = _whole(request, number)
    form = ClassForm(request.POST or None, initial={"circle": found.circle})
    shown: dict[str, Any] = {"version": number_sent(request, "version") or found.version}
    if form.is_bound and form.is_valid():
        circle = cast("Circle", form.cleaned_data["circle"])
        note, sure = form.cleaned_data["note"], request.POST.get("sure") == circle
        try:
            done = actions.change_circle(
                number=number, version=shown["version"], circle=circle, note=note, sure=sure, **hand(request)
            )
        except actions.OpensWider as wider:
            shown |= {"sure": circle, "warning": _opens(found, wider)}
        except ChangedMeanwhile as changed:
            said = _("%(who)s changed this document meanwhile. Its class is now: %(class)s.")
            form.add_error(None, said % {"who": changed.by, "class": circle_in_words(found.circle)})
            shown = {"version": changed.version}
        else:
            messages.success(request, _("Its class is changed.") if done else _("Nothing was changed."))
            return redirect("official_document", number)
    return shown_step(request, found, form, _("Change the class"), **shown)


def _opens(found: ShownDocument, wider: actions.OpensWider) -> str:
    """What opening a document would mean now."""
    released = len(found.released)
    words = _("More people could read it: now %(before)s, then %(after)s.") % {
        "before": circle_in_words(wider.before),
        "after": circle_in_words(wider.after),
    }
    at_once = _("Its %(n)s released language versions would be open to them at once.") % {"n": released}
    return f"{words} {at_once}" if released else words


@requires("upload")
def official_translation(request: HttpRequest, number: int) -> HttpResponse:
    """Say how far the translation of a document is."""
    found = _whole(request, number)
    language = request.POST.get("language", text_in(request, "language"))
    now = next((one for one in found.translations if one.language == language), None)
    if now is None:
        raise Http404
    initial = {"said": now.state, "due_on": now.due_on, "translator": now.translator}
    form = TranslationForm(request.POST or None, initial=initial)
    version = number_sent(request, "version") if request.method == "POST" else now.version
    if form.is_bound and form.is_valid():
        values = {**form.values(), "language": language, "version": version}
        if taken(form, lambda: actions.say_translation(number=number, **values, **hand(request))):
            messages.success(request, _("The state of the translation is noted."))
            return redirect("official_document", number)
    title = _("State of the translation: %(language)s") % {"language": language_in_words(language)}
    return shown_step(request, found, form, title, version=version, language=language)


def _whole(request: HttpRequest, number: int) -> ShownDocument:
    found = found_or_404(request, number)
    if not found.sees_drafts:
        raise Http404
    return found


def _version(request: HttpRequest, number: int, version: int) -> tuple[ShownDocument, ShownVersion]:
    found = _whole(request, number)
    one = next((each for each in found.versions if each.key == version), None)
    if one is None:
        raise Http404
    return found, one


def _called(one: ShownVersion) -> str:
    said = _("%(language)s, version %(n)s") % {"language": language_in_words(one.language), "n": one.number}
    return _("%(version)s (%(file)s)") % {"version": said, "file": one.sent_as}
