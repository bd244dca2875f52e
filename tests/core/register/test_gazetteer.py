"""States, organisations and conventions by every name that minutes use for them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corcom.kernel.plain import lower, plain
from corcom.register.domain.conventions import conventions, conventions_in
from corcom.register.domain.gazetteer import fold, names_in, parties, party


def codes(text: str) -> list[str]:
    return [hit.party.code for hit in names_in(plain(text))]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Norway", "NOR"),
        ("norway", "NOR"),
        ("The Netherlands", "NLD"),
        ("Lao PDR", "LAO"),
        ("the Lao PDR", "LAO"),
        ("Bosnia & Herzegovina", "BIH"),
        ("Bosnia-Herzegovina", "BIH"),
        ("Bosnia Herzegovina", "BIH"),
        ("Côte d’Ivoire", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Ivory Coast", "CIV"),
        ("Bolivia", "BOL"),
        ("Bolivia (Plurinational State of)", "BOL"),
        ("Plurinational State of Bolivia", "BOL"),
        ("Islamic Republic of Iran", "IRN"),
        ("United Republic of Tanzania", "TZA"),
        ("Republic of Korea", "KOR"),
        ("DPRK", "PRK"),
        ("Democratic Republic of the Congo", "COD"),
        ("DRC", "COD"),
        ("Congo", "COG"),
        ("UK", "GBR"),
        ("United Kingdom", "GBR"),
        ("USA", "USA"),
        ("Viet Nam", "VNM"),
        ("Vietnam", "VNM"),
        ("Czechia", "CZE"),
        ("Czech Republic", "CZE"),
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Eswatini", "SWZ"),
        ("North Macedonia", "MKD"),
        ("Cabo Verde", "CPV"),
        ("Cape Verde", "CPV"),
        ("Holy See", "VAT"),
        ("State of Palestine", "PSE"),
        ("Cook Islands", "COK"),
        ("Allemagne", "DEU"),
        ("España", "ESP"),
        ("ICRC", "icrc"),
        ("International Committee of the Red Cross", "icrc"),
        ("Cluster Munition Coalition (CMC)", "cmc"),
        ("CMC", "cmc"),
        ("GICHD", "gichd"),
        ("UNODA", "unoda"),
    ],
)
def test_a_whole_name(name: str, code: str) -> None:
    found = party(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("name", ["", " ", "Nobody", "Atlantis", "Norwegian Church", "Ms. Siri Dahl", "Peru and Chad"])
def test_what_is_no_name(name: str) -> None:
    assert party(name) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway and Peru met Chad.", ["NOR", "PER", "TCD"]),
        ("NORWAY, PERU", ["NOR", "PER"]),
        ("It was chad and peru.", []),
        ("Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea", ["GIN", "GNB", "GNQ", "PNG"]),
        ("the Democratic Republic of the Congo and the Congo", ["COD", "COG"]),
        ("Republic of Korea; Democratic People’s Republic of Korea", ["KOR", "PRK"]),
        ("Dominica and the Dominican Republic", ["DMA", "DOM"]),
        ("Niger and Nigeria", ["NER", "NGA"]),
        ("Sudan and South Sudan", ["SDN", "SSD"]),
        ("the Netherlands’ offer", ["NLD"]),
        ("Norwayland", []),
        ("They asked us to stay.", []),
        ("The US stayed.", ["USA"]),
        ("Côte d’Ivoire", ["CIV"]),
        ("CÔTE D’IVOIRE", ["CIV"]),
        ("the ICRC and the CMC", ["icrc", "cmc"]),
    ],
)
def test_names_in_a_text(text: str, found: list[str]) -> None:
    assert codes(text) == found


@pytest.mark.parametrize(
    ("text", "code"),
    [("the Zambian delegation", "ZMB"), ("the Dutch offer", "NLD"), ("a Swiss proposal", "CHE"), ("Peruvian experts", "PER"), ("the Lebanese Presidency", "LBN")],
)  # fmt: skip
def test_adjectives_stand_for_their_state(text: str, code: str) -> None:
    assert [(hit.party.code, hit.adjective) for hit in names_in(text)] == [(code, True)]


def test_every_state_is_found_by_its_own_name() -> None:
    missing = [one.name for one in parties().values() if (found := party(one.name)) is None or found.code != one.code]
    assert missing == []


def test_every_state_is_found_in_a_sentence() -> None:
    states = [one for one in parties().values() if one.kind == "state"]
    lost = [one.name for one in states if codes(f"It was said that {one.name} spoke.") != [one.code]]
    assert (lost, len(states) >= 195) == ([], True)


def test_a_name_stands_where_it_is_said_to_stand() -> None:
    text = "In Norway, “Côte d’Ivoire” and the ICRC."
    shadow = plain(text)
    assert [text[hit.start : hit.end] for hit in names_in(shadow)] == ["Norway", "Côte d’Ivoire", "ICRC"]
    assert names_in(shadow, lower(shadow)) == names_in(shadow)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.sampled_from(["Norway", "Peru", "Viet Nam", "Chad"]), st.text(max_size=80))
def test_whatever_stands_around_a_name_hits_are_in_order_and_inside(before: str, name: str, after: str) -> None:
    text = plain(f"{before} {name} {after}")
    hits = names_in(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= two.start for one, two in pairwise(hits))
    assert text[len(before) + 1 : len(before) + 1 + len(name)] == name
    assert any(hit.start <= len(before) + 1 and hit.end >= len(before) + 1 + len(name) for hit in hits)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Côte d’Ivoire", "cote d ivoire"),
        ("  Lao  PDR ", "lao pdr"),
        ("São Tomé & Príncipe", "sao tome principe"),
        ("", ""),
        ("—", ""),
    ],
)
def test_folding(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Convention on Cluster Munitions", ["CCM"]),
        ("CCM", ["CCM"]),
        ("the Mine Ban Treaty and the CCM", ["APMBC", "CCM"]),
        ("the Anti-Personnel Mine Ban Convention", ["APMBC"]),
        ("the Ottawa Convention", ["APMBC"]),
        ("the Convention on\nCluster Munitions", ["CCM"]),
        ("the Arms Trade Treaty", ["ATT"]),
        ("the Biological Weapons Convention", ["BWC"]),
        ("the convention of the day", []),
        ("accma", []),
    ],
)
def test_conventions_in_a_text(text: str, found: list[str]) -> None:
    assert [one.code for _, _, one in conventions_in(text.lower())] == found


def test_conventions_between_two_offsets() -> None:
    text = "ccm and apmbc and att"
    assert [(start, end) for start, end, _ in conventions_in(text, 4, 14)] == [(8, 13)]


def test_every_convention_is_found_by_its_name_and_code() -> None:
    lost = [
        one.code
        for one in conventions().values()
        for name in (one.name, one.code, *one.aliases)
        if one.code not in {found.code for _, _, found in conventions_in(f"the {name.lower()}.")}
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Dutch were in favour", [("NLD", False)]),
        ("the Dutch proposal, the Swiss authorities", [("NLD", True), ("CHE", True)]),
        ("the Swiss have told, and so did the Irish.", [("CHE", False), ("IRL", False)]),
        ("in the French and Spanish versions", [("FRA", True), ("ESP", True)]),
        ("thanks to the Czechs and the Norwegians", [("CZE", False), ("NOR", False)]),
        (
            "Kiwis, NZ, BiH, Laos and the Czech Rep.",
            [("NZL", False), ("NZL", False), ("BIH", False), ("LAO", False), ("CZE", False)],
        ),
        ("the Gambian instrument, a Sierra Leonean expert", [("GMB", True), ("SLE", True)]),
        ("Papua New Guinean and Bissau-Guinean", [("PNG", True), ("GNB", True)]),
    ],
)
def test_nicknames_and_people_stand_for_their_state(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(hit.party.code, hit.adjective) for hit in names_in(text)] == expected
