"""The letter that invites a delegation, and the one that reminds it, in whatever language it reads."""

from __future__ import annotations

from dataclasses import dataclass

from corcom.kernel.wording import ENGLISH, Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWords:
    """What a letter says: `meeting` and `delegation` by name, days in ISO 8601, `address` the whole signed link.

    `time` and `place` may be empty; `convention` is its full name, or empty.
    """

    meeting: str
    convention: str
    date: str
    time: str
    place: str
    delegation: str
    answer_by: str
    address: str
    sender: str


def invitation_letter(told: LetterWords, wording: Wording = ENGLISH) -> tuple[str, str]:
    """Subject and text of an invitation.

    >>> told = LetterWords(meeting="Coordination Committee", convention="", date="2016-05-26", time="10:00 (Europe/Zurich)",
    ...     place="Geneva", delegation="Norway", answer_by="2016-05-20", address="https://x", sender="CCM ISU")
    >>> invitation_letter(told)[0]
    'Invitation: Coordination Committee, 26 May 2016'
    """
    gettext = wording.gettext
    subject = gettext("Invitation: %(meeting)s, %(day)s") % _values(told, wording)
    first = gettext("The delegation of %(delegation)s is invited to take part in the following meeting:")
    return subject, _text(told, wording, first)


def reminder_letter(told: LetterWords, wording: Wording = ENGLISH) -> tuple[str, str]:
    """Subject and text of a reminder to a delegation that has not answered."""
    gettext = wording.gettext
    subject = gettext("Reminder: %(meeting)s, %(day)s") % _values(told, wording)
    first = gettext("No answer of the delegation of %(delegation)s has come yet to the invitation to this meeting:")
    return subject, _text(told, wording, first)


def _text(told: LetterWords, wording: Wording, first: str) -> str:
    gettext, values = wording.gettext, _values(told, wording)
    facts = [told.meeting, told.convention, wording.listed((values["day"], told.time)), told.place]
    parts = [
        first % values,
        "\n".join(part for part in facts if part),
        gettext(
            "Please say by %(answer_by)s whether your delegation takes part, who comes and who heads it. "
            "No account is needed; this link is your delegation’s own, and it can be passed on within it:"
        )
        % values,
        told.address,
        gettext("What was answered can be changed under the same link until that day."),
        told.sender,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _values(told: LetterWords, wording: Wording) -> dict[str, str]:
    return {
        "meeting": told.meeting,
        "delegation": told.delegation,
        "day": wording.day(told.date),
        "answer_by": wording.day(told.answer_by),
    }
