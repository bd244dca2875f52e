"""How a paragraph reads in the document: who spoke, as the attribution has it, and in brackets who is to act by when."""

from __future__ import annotations

from corcom.kernel.wording import Wording
from corcom.minuting.domain.content import Attribution, IssuedParagraph, MinutesContent
from corcom.minuting.domain.paragraphs import SPOKEN


def named_as(paragraph: IssuedParagraph, attribution: Attribution) -> str:
    """The words by which a paragraph names who spoke; "" where nobody is named."""
    if paragraph.kind not in SPOKEN or attribution == "nobody":
        return ""
    return paragraph.initials if attribution == "initials" else paragraph.delegation


def in_full(paragraph: IssuedParagraph, content: MinutesContent, wording: Wording) -> str:
    """The whole paragraph in one text, without its number."""
    gettext = wording.gettext
    if paragraph.withheld:
        return gettext("[This paragraph is confidential and is left out of the public copy.]")
    words = _words(paragraph, content, wording)
    confidential = gettext("[Confidential]")
    return f"{confidential} {words}" if paragraph.confidential else words


def _words(paragraph: IssuedParagraph, content: MinutesContent, wording: Wording) -> str:
    gettext, text = wording.gettext, paragraph.text.strip()
    if paragraph.kind == "report":
        return _report(paragraph, text, content, wording)
    if who := named_as(paragraph, content.attribution):
        return f"{who}{gettext(': ')}{text}"
    if paragraph.kind == "decision":
        return _with_notes(gettext("Decision") + gettext(": "), text, paragraph, wording)
    if paragraph.kind == "action_point":
        return _with_notes(gettext("Action point") + gettext(": "), text, paragraph, wording)
    return text


def due_words(paragraph: IssuedParagraph, wording: Wording) -> str:
    """By when, as the document writes it; "" where nothing is said."""
    return wording.day(paragraph.due) if paragraph.due else ""


def _report(paragraph: IssuedParagraph, text: str, content: MinutesContent, wording: Wording) -> str:
    gettext = wording.gettext
    who = named_as(paragraph, content.attribution)
    said = f"{who}{gettext(': ')}{text}" if who and text else text
    done = gettext("Done.") if paragraph.done else ""
    parts = [gettext("On “%(point)s”") % {"point": paragraph.about}, said]
    return " ".join(part for part in (gettext(": ").join(part for part in parts if part), done) if part)


def _with_notes(lead: str, text: str, paragraph: IssuedParagraph, wording: Wording) -> str:
    gettext = wording.gettext
    due = due_words(paragraph, wording)
    by = gettext("by %(day)s") % {"day": due} if due else ""
    notes = wording.listed([wording.listed(paragraph.owners), by], between=gettext("; "))
    return f"{lead}{text.rstrip('.:; ')} ({notes})." if notes else f"{lead}{text}"
