"""Sentences in which somebody promises, is asked, or is to do something, and the many that only sound like it."""

from __future__ import annotations

import pytest

from corcom.minutes import read
from corcom.minutes.domain.reading import ActionPoint


def points(said: str) -> tuple[ActionPoint, ...]:
    text = f"Minutes of the Coordination Committee\n12 May 2016\n\n1. Opening\n\nThe agenda was before the members.\n\n2. Reports\n\n{said}\n\n3. Closing\n\nThat was all.\n"
    return read(text).action_points


PERU = ("Peru",)

PROMISES: list[tuple[str, tuple[str, ...], str]] = [
    # Will, would, shall.
    ("Peru will circulate the draft.", PERU, "circulate the draft"),
    ("Peru would circulate the draft.", PERU, "circulate the draft"),
    ("Peru said that it would circulate the draft.", PERU, "circulate the draft"),
    ("Peru informed members that it will shortly circulate the draft.", PERU, "circulate the draft"),
    ("Peru would in due course circulate the draft.", PERU, "circulate the draft"),
    ("Peru will be looking at the costs of interpretation.", PERU, "looking at the costs of interpretation"),
    ("Peru will be preparing a paper on costs.", PERU, "preparing a paper on costs"),
    ("Peru will continue to work on the paper.", PERU, "work on the paper"),
    ("Peru will have a meeting with donors.", PERU, "have a meeting with donors"),
    ("Peru will follow up with the missions in New York.", PERU, "follow up with the missions in New York"),
    # Promises in so many words.
    ("Peru undertook to share the list.", PERU, "share the list"),
    ("Peru agreed to draft a letter.", PERU, "draft a letter"),
    ("Peru offered to host a workshop.", PERU, "host a workshop"),
    ("Peru volunteered to translate the text.", PERU, "translate the text"),
    ("Peru promised to send its comments.", PERU, "send its comments"),
    ("Peru pledged to send a team.", PERU, "send a team"),
    ("Peru intends to organise a seminar.", PERU, "organise a seminar"),
    ("Peru plans to visit three capitals.", PERU, "visit three capitals"),
    ("Peru planned to write to all missions.", PERU, "write to all missions"),
    ("Peru committed itself to draft a paper.", PERU, "draft a paper"),
    ("Peru stands ready to draft a paper.", PERU, "draft a paper"),
    # Duties.
    ("Peru is to write to the two States.", PERU, "write to the two States"),
    ("Peru needs to send its comments by 20 May.", PERU, "send its comments by 20 May"),
    ("Members should send comments by 20 May.", ("Members",), "send comments by 20 May"),
    ("Members must send comments by 20 May.", ("Members",), "send comments by 20 May"),
    # Requests.
    ("Peru was asked to prepare a note.", PERU, "prepare a note"),
    ("Peru was requested to prepare a note.", PERU, "prepare a note"),
    ("Peru was tasked with drafting a note.", PERU, "drafting a note"),
    ("Peru was invited to submit a paper.", PERU, "submit a paper"),
    ("Members were encouraged to send comments.", ("Members",), "send comments"),
    ("Norway asked Peru to prepare a note.", PERU, "prepare a note"),
    ("Norway requested Peru to prepare a note.", PERU, "prepare a note"),
    ("Norway urged all the Coordinators to send letters.", ("Coordinators",), "send letters"),
    ("Norway invited Peru and Chad to share their experience in writing.", ("Peru", "Chad"), "share their experience in writing"),
    ("Norway called on States Parties to submit their reports.", ("States Parties",), "submit their reports"),
    ("Norway reminded members to register.", ("Members",), "register"),
    ("The Committee asked the ISU to prepare a note on costs.", ("ISU",), "prepare a note on costs"),
    # Things.
    ("Peru promised a paper on costs.", PERU, "a paper on costs"),
    ("Peru offered CHF 20,000 for interpreters.", PERU, "CHF 20,000 for interpreters"),
    ("Peru announced a workshop on 5 June.", PERU, "a workshop on 5 June"),
    ("Peru was finalizing letters to signatories.", PERU, "finalizing letters to signatories"),
    ("Peru reported on its work and would circulate a note.", PERU, "circulate a note"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "owner", "text"), PROMISES, ids=[said for said, _, _ in PROMISES])
def test_who_is_to_do_what(said: str, owner: tuple[str, ...], text: str) -> None:
    found = points(said)
    assert [one.owner for one in found] == [owner]
    assert found[0].text.removeprefix("shortly ").endswith(text)
    assert found[0].evidence.quote == said


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("The draft will be circulated by 20 May.", "The draft will be circulated by 20 May"),
        ("A vacancy notice was to be issued on 1 June.", "A vacancy notice was to be issued on 1 June"),
        ("Letters would be sent to all missions next week.", "Letters would be sent to all missions next week"),
        ("It was agreed that a letter would be sent to the four States.", "a letter would be sent to the four States"),
        ("Comments were expected by 20 May.", "Comments were expected by 20 May"),
    ],
)
def test_things_that_are_to_be_delivered_by_nobody_named(said: str, text: str) -> None:
    assert [(one.owner, one.text) for one in points(said)] == [((), text)]


@pytest.mark.parametrize(
    ("said", "owner"),
    [
        ("The draft will be circulated by Peru.", ("Peru",)),
        ("The draft will be circulated by Peru and the ISU.", ("Peru", "ISU")),
        ("Peru reported that the draft would be circulated in June.", ("Peru",)),
    ],
)
def test_things_that_somebody_is_to_deliver(said: str, owner: tuple[str, ...]) -> None:
    assert [one.owner for one in points(said)] == [owner]


@pytest.mark.parametrize(
    ("said", "texts"),
    [
        ("Peru will draft the letter and Chad will translate it.", ["draft the letter", "Chad will translate it"]),
        ("Peru will draft the letter; Chad will translate the annex.", ["draft the letter", "translate the annex"]),
        ("Peru will write to Chad, and the ISU will call the mission.", ["write to Chad", "ISU will call the mission"]),
    ],
)
def test_two_promises_in_one_sentence(said: str, texts: list[str]) -> None:
    found = [one.text for one in points(said)]
    assert len(found) == len(texts)
    assert all(one.endswith(text.split(" will ")[-1]) for one, text in zip(found, texts, strict=True))


@pytest.mark.parametrize(
    ("said", "due", "words"),
    [
        ("Peru will circulate the draft by 20 May.", "2016-05-20", "by 20 May"),
        ("Peru will circulate the draft before 20 May 2016.", "2016-05-20", "before 20 May 2016"),
        ("Peru will circulate the draft no later than 20 May.", "2016-05-20", "no later than 20 May"),
        ("Peru will circulate the draft in June.", "2016-06", "in June"),
        ("Peru will circulate the draft by the end of May.", "2016-05", "by the end of May"),
        ("Peru will circulate the draft by mid-June.", "2016-06-15", "by mid-June"),
        ("Peru will circulate the draft within two weeks.", "2016-05-12/2016-05-26", "within two weeks"),
        ("Peru will circulate the draft by Friday.", "2016-05-13", "by Friday"),
        ("Peru will circulate the draft next week.", "2016-05-16/2016-05-22", "next week"),
        ("Peru will circulate the draft of 4 April by 20 May.", "2016-05-20", "by 20 May"),
        ("Peru will circulate the draft.", None, None),
        ("Peru will circulate the minutes of 4 April.", None, None),
        ("Peru will circulate the draft as soon as possible.", None, "as soon as possible"),
    ],
)
def test_by_when(said: str, due: str | None, words: str | None) -> None:
    [found] = points(said)
    assert (found.due, found.due_text) == (due, words)


def test_at_the_next_meeting_is_its_day() -> None:
    found = points("Peru will present a paper at the next meeting.\n\nThe next meeting will be held on 16 June 2016.")
    assert [(one.owner, one.due, one.due_text) for one in found] == [(PERU, "2016-06-16", "at the next meeting")]


@pytest.mark.parametrize(
    ("said", "tentative"),
    [
        ("Peru would possibly circulate a paper.", True),
        ("Peru would probably circulate a paper.", True),
        ("Peru hoped to circulate a paper by 20 May.", True),
        ("Peru was considering hosting a workshop.", True),
        ("Peru will circulate a paper.", False),
    ],
)
def test_how_firm_a_promise_is(said: str, tentative: bool) -> None:  # noqa: FBT001  a column of the table
    assert [one.tentative for one in points(said)] == [tentative]


@pytest.mark.parametrize(
    ("said", "kind", "certainty"),
    [
        ("It was agreed that Peru would send a letter.", "explicit", "certain"),
        ("The Committee decided that Peru would send a letter.", "explicit", "certain"),
        ("Peru would send a letter.", "implied", "likely"),
    ],
)
def test_what_was_agreed_is_explicit(said: str, kind: str, certainty: str) -> None:
    assert [(one.kind, one.certainty) for one in points(said)] == [(kind, certainty)]


def test_a_conclusion_is_marked_as_such() -> None:
    assert [one.conclusion for one in points("In conclusion, Peru will draft a letter to all.")] == [True]


@pytest.mark.parametrize(
    ("said", "owner"),
    [
        ("Norway requested written comments on the draft by 20 May.", ("delegations",)),
        ("Norway requested an update in writing from the ISU.", ("ISU",)),
        ("Comments were requested from States Parties.", ("States Parties",)),
    ],
)
def test_what_is_asked_for_is_owed_by_those_asked(said: str, owner: tuple[str, ...]) -> None:
    assert [one.owner for one in points(said)] == [owner]


@pytest.mark.parametrize(
    ("listed", "texts"),
    [
        (
            "- Conduct a survey of the needs of six States; identify donors for each of them.",
            ["Conduct a survey of the needs of six States", "identify donors for each of them"],
        ),
        ("- To organise a workshop in Lima in June.", ["organise a workshop in Lima in June"]),
        ("- Circulate the revised draft to all members.", ["Circulate the revised draft to all members"]),
        ("- A survey of the needs of six States.", []),
        ("- Organised a workshop in Lima in April.", []),
        ("- Support for the six States.", []),
    ],
)
def test_deeds_in_a_list_below_the_name_of_who_does_them(listed: str, texts: list[str]) -> None:
    found = points(f"Peru:\n{listed}")
    assert [(one.owner, one.text) for one in found] == [(PERU, text) for text in texts]


def test_options_in_a_list_are_no_deeds() -> None:
    assert (
        points(
            "Peru saw three options:\n- Circulate the revised draft to all members.\n- Prepare a new draft for June."
        )
        == ()
    )


NO_PROMISES = {
    "opinion": [
        "Peru believed that a letter would help.",
        "Peru thought that the group would need more time.",
        "Peru hoped that others would join.",
        "Peru wondered whether the Unit would write to States.",
        "Peru felt that it would be better to wait.",
        "Peru was of the opinion that the paper should be shorter.",
        "Peru feared that donors would give less.",
        "It would be useful to know the costs.",
        "Such a paper could be useful.",
        "The seminar should be about clearance.",
        "The ISU should have more staff.",
    ],
    "condition": [
        "If funds were found, Peru would host a workshop.",
        "Unless members objected, the text would stand.",
        "Peru asked whether Chad would send a letter.",
    ],
    "past": [
        "Peru had circulated the draft.",
        "Peru circulated the draft on 2 May.",
        "Peru has written to all missions.",
        "Peru had promised to send a list.",
        "A letter was sent to the two States on 2 May.",
        "The workshop took place in Lima.",
        "Peru had offered to host the meeting of 2015.",
    ],
    "purpose": [
        "The paper was meant to help members to prepare.",
        "A group was set up to look at costs.",
        "Peru thanked Chad for its offer.",
        "The form is used to submit reports.",
        "Peru took the floor to thank the Unit.",
    ],
    "procedure": [
        "The President invited Peru to take the floor.",
        "The President asked Peru to introduce the item.",
        "The President gave the floor to Peru.",
        "Norway invited Peru to speak.",
        "The President asked if there were any comments.",
    ],
    "negation": [
        "Peru would not circulate the draft.",
        "Peru will never share the list.",
        "Peru is not to write to the two States.",
        "Nobody would send the letter.",
    ],
    "facts": [
        "The next meeting will be held on 16 June 2016.",
        "The Convention will enter into force for Chad on 1 June 2016.",
        "The meeting would take place in Lima.",
        "There will be a lunch.",
        "Chad would become the hundredth State Party.",
        "This would be a challenge for small delegations.",
        "The costs would be high.",
        "Chad is expected to join the Convention.",
        "Peru will ratify the Convention in June.",
    ],
}


@pytest.mark.parametrize("said", [said for kind in NO_PROMISES.values() for said in kind])
def test_what_only_sounds_like_a_promise(said: str) -> None:
    assert points(said) == ()
