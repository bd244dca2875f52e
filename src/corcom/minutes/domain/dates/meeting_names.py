"""Names of meetings and their short forms: "Fifth Meeting of the States Parties" is the 5MSP."""

from __future__ import annotations

import re

from corcom.minutes.domain.dates.date_words import ORDINAL_NUMBERS, ordinal_of

ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|"
    + "|".join(word for name in sorted(ORDINAL_NUMBERS, key=len, reverse=True) for word in (name, name.capitalize()))
    + ")"
)
_SHORT = re.compile(r"(?P<number>\d{1,2})(?:st|nd|rd|th)? ?(?P<name>MSPs?|RevCon|RC|CSP|COP|PrepCom)\b")
_NUMBER_LAST = re.compile(r"\b(?P<name>CSP|COP|MSP) ?-?(?P<number>\d{1,2})\b")
_MSP = re.compile(
    r"meetings? {1,9}of {1,9}(?:the {1,9})?(?:high contracting |states? )part(?:y|ies)|\bmsp", re.IGNORECASE
)
_REVIEW = re.compile(r"review {1,9}conference|\brevcon\b", re.IGNORECASE)
_OF_STATES = re.compile(r"conference {1,9}of {1,9}(?:the {1,9})?states {1,9}parties", re.IGNORECASE)
_INTERSESSIONAL = re.compile(r"inter-?sessional", re.IGNORECASE)
_SESSION = re.compile(r"\bsession\b|\bpreparatory meeting\b", re.IGNORECASE)
_ORDINAL = re.compile(ORDINAL + r"\b")
_COMMITTEE = re.compile(r"coordinat|\bcc\b|corcom|committee", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:next|following|forthcoming|upcoming|coming)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?|its|their|our|this|that) ", re.IGNORECASE)
_PAST = re.compile(r"\b(?:last|previous|preceding)\b", re.IGNORECASE)


def meeting_name(words: str) -> str:
    """One name for all the ways to write a meeting.

    Meetings of States Parties and Review Conferences are "5MSP" and "1RC"; the next and the last meeting of the body
    itself "next meeting" and "last meeting"; intersessional meetings "intersessional meetings"; other events keep their
    own words without the article.

    >>> meeting_name("the Fifth Meeting of the States Parties"), meeting_name("6th MSP"), meeting_name("the next CC meeting")
    ('5MSP', '6MSP', 'next meeting')
    """
    words = " ".join(words.split())
    if short := _SHORT.search(words) or _NUMBER_LAST.search(words):
        name = {"MSPs": "MSP", "RevCon": "RC"}.get(short["name"], short["name"])
        return f"{short['number'].lstrip('0')}{name}"
    ordinal = _ORDINAL.search(words)
    number = ordinal_of(ordinal[0].lower()) if ordinal else None
    if number and (session := _SESSION.search(words)):
        # "The fifth session of the Conference of the Parties" and "the fifth session" are one.
        return f"{number} {'session' if session[0].lower() == 'session' else 'preparatory meeting'}"
    kind = _kind(words)
    if kind in {"MSP", "RC", "CSP"}:
        return _numbered(words, kind, number)
    return kind or _own_meeting(words, number) or _ARTICLE.sub("", words)


def _numbered(words: str, kind: str, number: int | None) -> str:
    """A treaty meeting by its number, or by the words that stand for it."""
    if number:
        return f"{number}{kind}"
    if kind == "RC":
        return "Review Conference"
    return f"next {kind}" if _NEXT.search(words) else kind


def _own_meeting(words: str, number: int | None) -> str:
    """The next or last meeting of the body itself, or nothing."""
    size = len(words.split())
    if "meeting" not in words.lower() or number or size > 6 or not (size <= 3 or _COMMITTEE.search(words)):
        return ""
    return "next meeting" if _NEXT.search(words) else "last meeting" if _PAST.search(words) else ""


def _kind(words: str) -> str:
    """The kind of a treaty meeting, or nothing."""
    if _REVIEW.search(words):
        return "RC"
    if _OF_STATES.search(words):
        return "CSP"
    if _MSP.search(words):
        return "MSP"
    return "intersessional meetings" if _INTERSESSIONAL.search(words) else ""
