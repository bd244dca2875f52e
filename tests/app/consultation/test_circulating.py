from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.factories.consultations import AFTER, BEFORE, CLOSES, TEXT, circulated
from tests.factories.rows import AT

from corcom.access.models import SignedLink, User
from corcom.access.queries import links_for
from corcom.consultation import models, queries
from corcom.consultation.domain.circulated import CirculationRefused, Paragraph


def test_a_text_is_circulated_with_a_link_for_each_delegation(officer: User) -> None:
    made = circulated(officer)
    assert queries.consultation(made.number) == made
    assert queries.consultations_about("minutes:7") == [made]
    assert (made.paragraphs, made.parties, made.round, made.follows) == (TEXT, ("AUT", "ZMB", "NOR"), 1, None)
    assert (made.closes_at, made.zone, made.closes_at.hour) == (CLOSES, "Europe/Zurich", 18)
    assert (made.is_open(BEFORE), made.is_open(AFTER)) == (True, False)
    links = links_for(purpose="comments", subject=f"consultation:{made.number}")
    assert [(link.party, link.once) for link in links] == [("AUT", False), ("ZMB", False), ("NOR", False)]
    assert {link.ends_at for link in links} == {CLOSES + timedelta(days=90)}
    assert queries.comments_on(made.number) == []


def test_a_moment_without_a_named_zone_is_shown_in_utc(officer: User) -> None:
    made = circulated(officer, closes_at=datetime(2016, 5, 20, 16, 0, tzinfo=UTC))
    assert (made.zone, made.closes_at.isoformat()) == ("UTC", "2016-05-20T16:00:00+00:00")


@pytest.mark.parametrize(
    ("changed", "key", "wrong", "value"),
    [
        ({"title": " "}, "title", "missing", ""),
        ({"about": "7"}, "about", "form", "7"),
        ({"language": "English"}, "language", "unknown", "English"),
        ({"paragraphs": ()}, "paragraphs", "none", ""),
        ({"paragraphs": (*TEXT, Paragraph("2", "Again."))}, "paragraph", "twice", "2"),
        ({"paragraphs": (replace(TEXT[0], number=" "),)}, "paragraph", "no_number", TEXT[0].text[:60]),
        ({"paragraphs": (Paragraph("1", "\n"),)}, "paragraph", "empty", "1"),
        ({"paragraphs": (Paragraph("1", "x" * 20_001),)}, "paragraph", "long", "1"),
        ({"parties": ()}, "parties", "none", ""),
        ({"parties": ("AUT", "AUT")}, "parties", "twice", "AUT"),
        ({"parties": ("Austria",)}, "parties", "unknown", "Austria"),
        ({"procedure": "vote"}, "procedure", "unknown", "vote"),
        ({"circle": "friends"}, "circle", "unknown", "friends"),
        ({"closes_at": CLOSES.replace(tzinfo=None)}, "closes_at", "no_zone", "2016-05-20 18:00"),
        ({"closes_at": AT}, "closes_at", "past", "2016-05-02 09:30+00:00"),
    ],
)
def test_what_cannot_be_circulated_is_refused_and_nothing_is_kept(
    officer: User, changed: dict[str, Any], key: str, wrong: str, value: str
) -> None:
    with pytest.raises(CirculationRefused) as refused:
        circulated(officer, **changed)
    assert (refused.value.key, refused.value.wrong, refused.value.value) == (key, wrong, value)
    assert (models.Consultation.objects.count(), SignedLink.objects.count()) == (0, 0)


def test_an_unknown_number_is_said(officer: User) -> None:
    with pytest.raises(queries.NoSuchConsultation) as missing:
        queries.consultation(99)
    assert missing.value.number == 99
