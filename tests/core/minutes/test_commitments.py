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
    ("Peru committed to submitting its report before June.", PERU, "submitting its report before June"),
    ("Peru took it upon itself to draft a note.", PERU, "draft a note"),
    ("Peru took on the task of drafting a note.", PERU, "drafting a note"),
    ("Peru was due to award a new contract soon.", PERU, "award a new contract soon"),
    ("Peru had promised to respond by the end of June.", PERU, "respond by the end of June"),
    ("Peru was exploring the possibility of organizing a visit.", PERU, "exploring the possibility of organizing a visit"),
    ("Peru is finishing the model law.", PERU, "finishing the model law"),
    ("Peru still has to send its part.", PERU, "send its part"),
    ("Peru offered to give a list to Chad.", PERU, "give a list to Chad"),
    ("Others could do more; Peru will send a list.", PERU, "send a list"),
    ("The Director of the ISU will write to all States.", ("ISU",), "write to all States"),
    ("The representative of Peru offered to give a briefing.", PERU, "give a briefing"),
    ("Peru said that its mission would send a list.", PERU, "send a list"),
    ("The President will go to Lima.", ("President",), "go to Lima"),
    ("Norway asked the others to send their views.", ("Members",), "send their views"),
    ("Those interested should contact the ISU.", ("those interested",), "contact the ISU"),
    ("Coordinators who did not reply are requested to do so by 20 May.", ("Coordinators",), "do so by 20 May"),
    # Those whom no list names stand for themselves.
    ("The Selection Committee will announce the result.", ("Selection Committee",), "announce the result"),
    ("Ms. Kell will share her notes.", ("Ms. Kell",), "share her notes"),
    ("IUCN volunteered to translate the text.", ("IUCN",), "translate the text"),
    ("The Special Envoy would travel to Palau.", ("Special Envoy",), "travel to Palau"),
    ("The Ministry would cover the costs.", ("Ministry",), "cover the costs"),
    # Any verb stands behind "will" and "to".
    ("Peru offered to comment on the draft.", PERU, "comment on the draft"),
    ("Peru would double-check the figures.", PERU, "double-check the figures"),
    ("Peru would populate the template.", PERU, "populate the template"),
    ("Peru would further explore two options.", PERU, "explore two options"),
    ("Peru would be in touch with the mission of Palau.", PERU, "in touch with the mission of Palau"),
    ("Peru would send a joint letter with Chad to all States.", ("Peru", "Chad"), "joint letter with Chad to all States"),
    ("Peru would, together with Chad, draft a letter.", ("Peru", "Chad"), "draft a letter"),
    # Duties.
    ("Peru is to write to the two States.", PERU, "write to the two States"),
    ("Peru needs to send its comments by 20 May.", PERU, "send its comments by 20 May"),
    ("Members should send comments by 20 May.", ("Members",), "send comments by 20 May"),
    ("Members must send comments by 20 May.", ("Members",), "send comments by 20 May"),
    ("Peru has to send its comments by 20 May.", PERU, "send its comments by 20 May"),
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
    ("Norway requested that Peru circulate the documents.", PERU, "circulate the documents"),
    ("It was agreed that Peru draw up a schedule.", PERU, "draw up a schedule"),
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
        ("The text has to be with the printer by 10 June.", "The text has to be with the printer by 10 June"),
        ("Documents must be in by 21 June.", "Documents must be in by 21 June"),
        ("A second draft follows on 9 June.", "A second draft follows on 9 June"),
        ("The deadline for official documents was 24 June.", "deadline for official documents was 24 June"),
        ("Norway requested that documents be circulated in advance.", "documents be circulated in advance"),
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
        ("Peru reported on the list. Invitations, signed by the President, to be sent out next week.", ("Peru",)),
    ],
)
def test_things_that_somebody_is_to_deliver(said: str, owner: tuple[str, ...]) -> None:
    assert [one.owner for one in points(said)] == [owner]


@pytest.mark.parametrize(
    ("said", "owner", "due"),
    [
        ("Written comments may be sent to the ISU until 4 June.", ("delegations",), "2016-06-04"),
        ("Members may raise objections until 25 May.", ("Members",), "2016-05-25"),
        ("Members have until 20 May to comment on the draft.", ("Members",), "2016-05-20"),
        ("Comments to the ISU by 22 May.", ("Members",), "2016-05-22"),
        ("Comments on the draft were requested by 22 May.", ("Members",), "2016-05-22"),
        ("Peru has scheduled two webinars, on 28 May and 6 October.", PERU, "2016-05-28"),
        ("Peru reported that a workshop was being planned for 14 June.", PERU, "2016-06-14"),
        ("Peru reported that a round of consultations would take place on 24 May.", PERU, "2016-05-24"),
        ("Peru circulates the draft on 20 May.", PERU, "2016-05-20"),
        ("Costs were discussed at length. Peru to draft an analysis by 1 June.", PERU, "2016-06-01"),
        ("Chad presented its plan; Peru to share a paper by 1 June.", PERU, "2016-06-01"),
    ],
)
def test_what_binds_because_a_day_is_named(said: str, owner: tuple[str, ...], due: str) -> None:
    assert [(one.owner, one.due) for one in points(said)] == [(owner, due)]


@pytest.mark.parametrize(
    ("said", "texts"),
    [
        ("Peru will draft the letter and Chad will translate it.", ["draft the letter", "Chad will translate it"]),
        ("Peru will draft the letter; Chad will translate the annex.", ["draft the letter", "translate the annex"]),
        ("Peru will draft a letter, Chad will translate it.", ["draft a letter", "translate it"]),
        (
            "Peru will send a list by 20 May, and a round of talks will take place on 6 June.",
            ["send a list by 20 May", "round of talks will take place on 6 June"],
        ),
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
        ("On 20 May Peru will circulate the draft.", "2016-05-20", "On 20 May"),
        ("Peru will by 20 May circulate the draft.", "2016-05-20", "by 20 May"),
        ("Peru said that terms end on 30 June and that it will circulate a list.", None, None),
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


def test_at_a_conference_is_its_days_wherever_they_stand() -> None:
    found = points(
        "Peru will present a paper at the 6MSP.\n\nThe 6MSP would be held in Geneva from 5 to 7 September 2016."
    )
    assert [(one.owner, one.due, one.due_text) for one in found] == [(PERU, "2016-09-05/2016-09-07", "at the 6MSP")]


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
        ("- Looking at the needs of six States.", ["Looking at the needs of six States"]),
        ("- Offered to host a lunch, and promised to send a list.", ["host a lunch", "send a list"]),
        ("- Host country agreement was signed on Friday last.", []),
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
    "allowed or told": [
        "Written comments may be sent to the ISU.",
        "Peru reports on its work.",
        "The deadline for comments was 20 April.",
        "The initial report of Chad is due on 20 May.",
        "The ISU follows the matter.",
        "Norway suggested that Peru circulate a note.",
        "Peru would welcome comments by 20 May.",
        "Peru will need more time.",
        "The meeting would be held on 14 June.",
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
