"""What is refused of a draft before anything is stored."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from corcom.kernel.errors import CorcomError
from corcom.outbox.domain.draft import Draft

LONGEST_SUBJECT: Final = 1000
"""Characters."""
_KIND: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
_MESSAGE_ID: Final = re.compile(r"<[!-;=?-~]+@[!-;=?-~]+>")
"""One identifier in its brackets, printable ASCII."""
_WHERE: Final = re.compile(r"(https://|mailto:)[!-;=?-~]+")


class DraftRefused(CorcomError):
    """Something that cannot be sent; `field` is the part of the draft that is wrong, `value` what stands in it."""

    def __init__(self, field: str, value: str, why: str) -> None:
        super().__init__(f"{field}: {why}: {value[:80]!r}")
        self.field = field
        self.value = value
        self.why = why


class HeaderRefused(DraftRefused):
    """A line break or another control character in what stands in a header: it could add a header of its own."""

    def __init__(self, field: str, value: str) -> None:
        super().__init__(field, value, "it has a line break or a control character")


class AddressRefused(DraftRefused):
    """No e-mail address to which, or from which, a message can go."""

    def __init__(self, field: str, value: str) -> None:
        super().__init__(field, value, "this is no e-mail address")


def is_message_id(text: str) -> bool:
    """Whether a text is one Message-ID with its brackets, as a header takes it."""
    return bool(_MESSAGE_ID.fullmatch(text))


def check_draft(draft: Draft) -> None:
    """Refuse what would make a wrong message, addresses apart. Errors: `HeaderRefused`, `DraftRefused`."""
    for field in ("recipient", "recipient_name", "subject", "language", "reply_to", "in_reply_to", "unsubscribe"):
        check_line(field, getattr(draft, field))
    for attached in draft.attachments:
        check_line("attachments", attached.name)
    _check_words(draft)
    if draft.calendar is not None and not draft.calendar.is_whole:
        raise DraftRefused("calendar", draft.calendar.content, "this is no iCalendar object with its method")
    _check_form("kind", draft.kind, _KIND, "small letters, figures and _")
    _check_form("about", draft.about.kind if draft.about else "", _KIND, "small letters, figures and _")
    _check_form("in_reply_to", draft.in_reply_to, _MESSAGE_ID, "a Message-ID looks like <word@domain>")
    for each in draft.references:
        _check_form("references", each, _MESSAGE_ID, "a Message-ID looks like <word@domain>")
    _check_form("unsubscribe", draft.unsubscribe, _WHERE, "an https: or mailto: address")


def _check_words(draft: Draft) -> None:
    for field, value in (("kind", draft.kind), ("subject", draft.subject), ("text", draft.text)):
        if not value.strip():
            raise DraftRefused(field, value, "there is nothing in it")
    if len(draft.subject) > LONGEST_SUBJECT:
        raise DraftRefused("subject", draft.subject, f"longer than {LONGEST_SUBJECT} characters")
    calendar = draft.calendar.content if draft.calendar else ""
    for field, value in (("text", draft.text), ("html", draft.html), ("calendar", calendar)):
        if any(letter not in "\t\n\r" and unicodedata.category(letter) in {"Cc", "Cs"} for letter in value):
            raise DraftRefused(field, value, "it has control characters")


def check_line(field: str, value: str) -> None:
    """Refuse what is not one line of text. Errors: `HeaderRefused`."""
    # Cc: control characters; Zl, Zp: line and paragraph separators; Cs: halves of characters that no encoding takes.
    if any(unicodedata.category(letter) in {"Cc", "Zl", "Zp", "Cs"} for letter in value):
        raise HeaderRefused(field, value)


def _check_form(field: str, value: str, form: re.Pattern[str], wanted: str) -> None:
    if value and not form.fullmatch(value):
        raise DraftRefused(field, value, wanted)
