"""How far States are on their way to joining: whose progress a sentence tells of, and which stage."""

from __future__ import annotations

import pytest

from corcom.minutes import read

TEXT = "Minutes of the Coordination Committee\n12 May 2016\n\nPresent:\nNorway – President\nPeru\nZambia\nICRC\nISU\n\n1. Opening\n\nThe agenda was before the members.\n\n2. {title}\n\n{said}\n\n3. Closing\n\nThat was all.\n"
UNIVERSALIZATION = "Universalization (Peru and Zambia)"

Stages = list[tuple[str, str]]


def progress(said: str, *, title: str = UNIVERSALIZATION) -> Stages:
    return [(one.state, one.stage) for one in read(TEXT.format(title=title, said=said)).progress]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Chad hoped to ratify by the end of the year.", [("Chad", "announced")]),
        ("Togo would deposit its instrument within a month.", [("Togo", "announced")]),
        ("Madagascar is expected to become a State Party this year.", [("Madagascar", "announced")]),
        ("- Gabon - ratification expected in June", [("Gabon", "announced")]),
        ("Nigeria was close to ratification.", [("Nigeria", "announced")]),
        ("Finland maintained its goal of joining in 2006.", [("Finland", "announced")]),
        ("Samoa has yet to ratify.", [("Samoa", "considering")]),
        ("In Nepal, consultations were ongoing.", [("Nepal", "considering")]),
        ("Mexico had signed but not ratified.", [("Mexico", "considering")]),
        ("Morocco could not join at this time. Brazil had said that its position remained unchanged.", [("Morocco", "blocked"), ("Brazil", "blocked")]),
        ("Jamaica indicated that the draft legislation was with the ministry.", [("Jamaica", "considering")]),
        ("There were 122 States Parties, the latest being Algeria and Nauru.", [("Algeria", "deposited"), ("Nauru", "deposited")]),
        ("In Kenya, the bill was before the Senate.", [("Kenya", "before_parliament")]),
        ("- Tonga: bill before parliament", [("Tonga", "before_parliament")]),
        ("Mali had submitted the Convention to Parliament.", [("Mali", "before_parliament")]),
        ("One chamber of Chile had approved it and the vote in the Senate was pending.", [("Chile", "before_parliament")]),
        ("Benin had completed its internal procedures.", [("Benin", "procedure_completed")]),
        ("Gabon is now at the final stage of the ratification process.", [("Gabon", "procedure_completed")]),
        ("The parliament of Mali had passed the ratification bill in April.", [("Mali", "procedure_completed")]),
        ("Canada reported that its legislation had received royal assent.", [("Canada", "procedure_completed")]),
        ("Palau's ratification awaited the signature of the President.", [("Palau", "procedure_completed")]),
        ("The President of Mali had signed the instrument, which now was to be deposited.", [("Mali", "instrument_signed")]),
        ("Kenya: the instrument has been signed and forwarded to New York.", [("Kenya", "instrument_signed")]),
        ("Mozambique had handed over its instrument in New York.", [("Mozambique", "deposited")]),
        ("Togo deposited 12 March.", [("Togo", "deposited")]),
        ("Togo acceded on 21 September 2011.", [("Togo", "deposited")]),
        ("Namibia was the latest State to ratify.", [("Namibia", "deposited")]),
        ("Nepal has not yet signed the Convention.", [("Nepal", "considering")]),
        ("Thailand was studying the implications of the Convention.", [("Thailand", "considering")]),
        ("Djibouti had asked for a model law.", [("Djibouti", "considering")]),
        ("Nauru's file was with the Cabinet.", [("Nauru", "considering")]),
        ("Uganda: still no movement.", [("Uganda", "blocked")]),
        ("Brazil had reiterated that it did not intend to join.", [("Brazil", "blocked")]),
        ("Nigeria's accession had stalled because of the change of government.", [("Nigeria", "blocked")]),
        ("In Niger the Council of Ministers had put off the matter until after the budget.", [("Niger", "blocked")]),
    ],
)  # fmt: skip
def test_each_stage_in_several_wordings(said: str, found: Stages) -> None:
    assert progress(said) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Peru reported that Angola had ratified in March and that Benin would ratify in June.", [("Angola", "deposited"), ("Benin", "announced")]),
        ("Angola, Benin and Chad had completed their procedures; in Togo the bill was in parliament.", [("Angola", "procedure_completed"), ("Benin", "procedure_completed"), ("Chad", "procedure_completed"), ("Togo", "before_parliament")]),
        ("Zambia had spoken with Uganda, whose parliament would vote on ratification.", [("Uganda", "before_parliament")]),
        ("Tuvalu has told Australia that a cabinet paper on accession is on its way.", [("Tuvalu", "considering")]),
        ("Regarding Palau, Togo said that the bill had been adopted by both houses.", [("Palau", "procedure_completed")]),
        ("With the recent ratification by Guyana and Somalia, there were 103 States Parties.", [("Guyana", "deposited"), ("Somalia", "deposited")]),
        ("Following the accession of Niue the number stood at 103.", [("Niue", "deposited")]),
        ("The accession of Niue was welcomed.", [("Niue", "deposited")]),
        ("The accession of Niue was imminent.", [("Niue", "announced")]),
        ("The Coordinators congratulated Togo on its ratification.", [("Togo", "deposited")]),
        ("Accession was not a priority for Chad.", [("Chad", "blocked")]),
        ("They had met Mali. Its parliament had the bill on ratification on its agenda.", [("Mali", "before_parliament")]),
        ("Mali:\nOur parliament has adopted the law on ratification.", [("Mali", "procedure_completed")]),
    ],
)  # fmt: skip
def test_whose_progress_it_is(said: str, found: Stages) -> None:
    assert progress(said) == found


@pytest.mark.parametrize(
    "said",
    [
        "Peru reported that three signatories had ratified.",
        "Nigeria was invited to ratify without delay.",
        "Peru stated that it had sent a letter to Nigeria to encourage it to ratify.",
        "The ISU would visit Uganda to support the ratification process.",
        "A workshop for signatories will be held in Nigeria.",
        "The Coordinators intend to hold a lunch with Kiribati, Samoa and Tonga.",
        "The Coordinators would follow up with Haiti.",
        "Japan asked for an update on Viet Nam.",
        "Croatia was exploring whether it could host a seminar.",
        "Peru had ratified the Convention on the Rights of Persons with Disabilities.",
        "Mr. Mwewa had joined the Mission of Malawi in June.",
        "Uganda had visited Zambia. The ISU would raise ratification there.",
    ],
)
def test_what_tells_of_no_progress(said: str) -> None:
    assert progress(said) == []


@pytest.mark.parametrize(
    "said",
    ["Chad's parliament had approved the budget of the centre.", "Djibouti had asked for a model law.", "Peru has joined the Committee."],
)  # fmt: skip
def test_elsewhere_the_same_words_say_nothing_of_joining(said: str) -> None:
    assert progress(said, title="Clearance") == []
