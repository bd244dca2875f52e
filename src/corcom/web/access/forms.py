"""The forms of accounts. They check what a person wrote; what cannot be is refused by the actions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from corcom.web.access.words import ROLES_EXPLAINED
from corcom.web.step_forms import Line, OneOf


class ChangeAccountForm(forms.Form):
    name = forms.CharField(label=_("Name of the person"), required=False, max_length=200, widget=Line())
    email = forms.EmailField(label=_("E-mail"), required=False, max_length=254, widget=Line(dir="ltr"))
    role = forms.ChoiceField(label=_("Role"), choices=tuple(ROLES_EXPLAINED.items()), widget=OneOf())


class LinkPersonForm(forms.Form):
    person = forms.TypedChoiceField(
        label=_("Person of the directory"),
        coerce=int,
        widget=OneOf(),
        help_text=_("The account may do what follows from the delegation and the offices of this person, by date."),
    )

    def __init__(self, *args: Any, people: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = people  # type: ignore[attr-defined]  # a choice field has choices


class InviteForm(ChangeAccountForm):
    username = forms.CharField(label=_("Name to sign in with"), max_length=150, widget=Line(dir="ltr"))
    person = forms.TypedChoiceField(
        label=_("Person of the directory"),
        required=False,
        coerce=int,
        empty_value=None,
        widget=OneOf(),
        help_text=_("Whose account it is. It may do what follows from their delegation and its offices, by date."),
    )
    field_order = ("username", "name", "email", "role", "person")

    def __init__(self, *args: Any, people: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", _("nobody")), *people]  # type: ignore[attr-defined]  # a choice field has choices


class PasswordForm(forms.Form):
    password = forms.CharField(
        label=_("New password"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"class": "form-control", "autocomplete": "new-password"}),
        help_text=_("At least eight characters, and none of the passwords that everybody uses."),
    )
    again = forms.CharField(
        label=_("New password, once more"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"class": "form-control", "autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if "password" in said and "again" in said and said["password"] != said["again"]:
            self.add_error("again", forms.ValidationError(_("The two are not the same.")))
        return said
