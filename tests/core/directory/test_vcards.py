"""vCards out and in; read back by the lines of another library's parser, which was not used to write them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from icalendar.parser import Contentlines
from tests.factories.people import ANA, BO, MISSION

from corcom.directory.domain.people import Affiliation, ContactPoint, Entry, Person

pytest.importorskip("vobject", reason="vobject is not installed here; `make test` installs it")

from corcom.directory.domain.vcards import CardRefused, read_cards, write_cards


def test_a_card_has_what_every_address_book_reads() -> None:
    written = write_cards([ANA]).decode()
    lines = [line.parts() for line in Contentlines.from_ical(written) if line]  # type: ignore[no-untyped-call]  # it has none
    assert [(name, value) for name, _params, value in lines if name not in {"BEGIN", "END"}] == [
        ("VERSION", "3.0"),
        ("ADR", ";;Rue des Essais 1, 1202 Genève;;;;"),
        ("EMAIL", "ana@example.org"),
        ("FN", "Ana Lucía Müller"),
        ("LANG", "es"),
        ("LANG", "fr"),
        ("N", "Müller;Ana Lucía;;H.E. Ms.;"),
        ("NOTE", "prefers letters"),
        ("ORG", "Norway"),
        ("TEL", "+41 22 123 45 67"),
        ("TITLE", "Permanent Representative"),
        ("X-CORCOM-DELEGATION", "NOR"),
    ]


def test_people_come_back_with_the_delegation_of_today_and_their_addresses() -> None:
    found = [entry for _number, entry in read_cards(write_cards([ANA, BO, MISSION]))]
    plain = [ContactPoint(kind=each.kind, value=each.value) for each in ANA.contacts]
    assert found == [
        Entry(
            person=ANA.person,
            affiliations=(Affiliation(delegation="NOR", function="Permanent Representative"),),
            contacts=tuple(plain),
        ),
        replace(BO, contacts=(ContactPoint(value="bo@example.org"),)),
    ]


FOREIGN = """BEGIN:VCARD\r
VERSION:4.0\r
FN:Zoé Test\r
N:Test;Zoé;;;\r
item1.EMAIL;TYPE=work:zoe@example.org\r
TEL;VALUE=uri;TYPE="voice,cell":tel:+41-22-123-45-67\r
ORG:Lao People's Democratic Republic;Geneva\r
LANG;PREF=1:fr\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Ana\r
END:VCARD\r
"""


def test_cards_of_other_programs_are_read() -> None:
    assert [entry for _number, entry in read_cards(FOREIGN.encode())] == [
        Entry(
            person=Person(name="Zoé Test", languages=("fr",)),
            affiliations=(Affiliation(delegation="LAO"),),
            contacts=(
                ContactPoint(value="zoe@example.org"),
                ContactPoint(kind="phone", value="+41-22-123-45-67"),
            ),
        ),
        Entry(person=Person(name="Ana Müller")),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "card 1: the file holds no vCard"),
        ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "card 1: it is no vCard"),
        ("BEGIN:VCARD\r\nVERSION:3.0\r\nEMAIL:a@x.org\r\nEND:VCARD\r\n", "card 1: name: allowed is"),
        ("hello", "card 1: it cannot be read as a vCard"),
    ],
)
def test_what_is_no_card_is_refused_with_its_number(text: str, said: str) -> None:
    with pytest.raises(CardRefused) as refused:
        read_cards(text.encode())
    assert str(refused.value)[: len(said)] == said
