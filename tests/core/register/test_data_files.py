"""A file of the register that cannot be right is refused, with the place and what is allowed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.kernel.rows import CellRefused
from corcom.register.domain.named_groups import groups_in, members_in, named_groups
from corcom.register.domain.periods import Period
from corcom.register.domain.regional_groups import regional_groups, regional_groups_in
from corcom.register.domain.state_names import former_names, former_names_in, names_in
from corcom.register.domain.states import states, states_in
from corcom.register.domain.un_membership import memberships_in

CODES = {"NOR", "SWE"}
MEMBERSHIP = partial(memberships_in, codes=CODES, file="a.csv")
FORMER = partial(former_names_in, codes=CODES, file="a.csv")
NAMES = partial(names_in, codes=CODES, file="a.csv")
REGIONAL = partial(regional_groups_in, codes=CODES, file="a.csv")
MEMBERS = partial(members_in, codes=CODES, source="a text", file="a.csv")
GROUPS = partial(groups_in, file="a.csv")
STATES = partial(states_in, file="a.csv")

ALONE = "allowed: a period that shares no day with another row of the same State"

M = "iso3,since,until,source\n"
F = "iso3,language,name,since,until,source\n"
N = "iso3,language,name,cldr_name,source,checked\n"
R = "iso3,group,since,until,source,certainty,note\n"
G = "code,name,source,certainty,as_of,note\n"
S = (
    "iso3,iso2,m49,name_en,name_fr,name_es,un_member,un_regional_group,m49_region,m49_subregion,"
    "m49_intermediate_region,aliases,note\n"
)
NORWAY = "NOR,NO,578,Norway,Norvège,Noruega,Y,WEOG,Europe,Northern Europe,,,\n"


@pytest.mark.parametrize(
    ("read", "text", "said"),
    [
        (MEMBERSHIP, "iso3,since\n", "line 1: head: 'iso3,since' cannot be read; allowed: iso3,since,until,source"),
        (MEMBERSHIP, M + "NOR,1945-11-27\n", "line 2: row: 'NOR,1945-11-27' cannot be read; allowed: 4 cells"),
        (
            MEMBERSHIP,
            M + "NOR,1945-11-27,,a\nXXX,1946,,a\n",
            "line 3: iso3: 'XXX' cannot be read; allowed: a code of states.csv",
        ),
        (MEMBERSHIP, M + "NOR,,,a\n", "line 2: since: '' cannot be read; allowed: a text that is not empty"),
        (MEMBERSHIP, M + "NOR,1945-11-27,,\n", "line 2: source: '' cannot be read; allowed: a text that is not empty"),
        (
            MEMBERSHIP,
            M + "NOR,27.11.1945,,a\n",
            "line 2: since: '27.11.1945' cannot be read; allowed: a day, month or year after ISO 8601, or nothing",
        ),
        (
            MEMBERSHIP,
            M + "NOR,1945/1946,,a\n",
            "line 2: since: '1945/1946' cannot be read; allowed: a day, month or year after ISO 8601, or nothing",
        ),
        (
            MEMBERSHIP,
            M + "NOR,1945-11-27,1950,a\n",
            "line 2: until: '1950' cannot be read; allowed: a day that exists, such as 2016-04-28",
        ),
        (
            MEMBERSHIP,
            M + "NOR,1945-11-27,1945-11-27,a\n",
            "line 2: until: '1945-11-27' cannot be read; allowed: a day after 1945-11-27",
        ),
        (
            MEMBERSHIP,
            M + "NOR,1945-11-27,1950-01-02,a\nSWE,1946,,a\nNOR,1950-01-01,,a\n",
            f"line 4: since: '1950-01-01' cannot be read; {ALONE}",
        ),
        (
            FORMER,
            F + "NOR,de,Norwegen,,1990-01-01,a\n",
            "line 2: language: 'de' cannot be read; allowed: ar, zh, en, fr, ru, es",
        ),
        (FORMER, F + "NOR,en,Norroway,,,a\n", "line 2: until: '' cannot be read; allowed: a text that is not empty"),
        (
            FORMER,
            F + "NOR,en,Norroway,,1990-01-01,a\nNOR,en,Noreg,1980,1985-01-01,a\n",
            f"line 3: since: '1980' cannot be read; {ALONE}",
        ),
        (NAMES, N + "NOR,fr,a,b,c,no\n", "line 2: language: 'fr' cannot be read; allowed: ar, zh, ru"),
        (NAMES, N + "NOR,ru,a,b,c,perhaps\n", "line 2: checked: 'perhaps' cannot be read; allowed: yes, no"),
        (
            NAMES,
            N + "NOR,ru,a,b,c,no\nNOR,ru,a,b,c,no\n",
            "line 3: language: 'ru' cannot be read; allowed: each language once for a State",
        ),
        (
            REGIONAL,
            R + "NOR,Nordic,,,a,certain,\n",
            "line 2: group: 'Nordic' cannot be read; allowed: African, Asia-Pacific, Eastern European, GRULAC, WEOG",
        ),
        (
            REGIONAL,
            R + "NOR,WEOG,,,a,surely,\n",
            "line 2: certainty: 'surely' cannot be read; allowed: certain, likely, doubtful",
        ),
        (
            MEMBERS,
            "iso3,since,until,source,note\nNOR,,,,\nNOR,1999,,,\n",
            f"line 3: since: '1999' cannot be read; {ALONE}",
        ),
        (
            GROUPS,
            G + "EU,European Union,a,certain,2021,\n",
            "line 2: as_of: '2021' cannot be read; allowed: a day that exists, such as 2016-04-28",
        ),
        (
            GROUPS,
            G + "EU,A,a,certain,2021-01-01,\nEU,B,a,certain,2021-01-01,\n",
            "line 3: code: 'EU' cannot be read; allowed: each group once",
        ),
        (STATES, S + NORWAY + NORWAY, "line 3: iso3: 'NOR' cannot be read; allowed: each State once"),
        (
            STATES,
            S + NORWAY.replace(",Y,", ",yes,"),
            "line 2: un_member: 'yes' cannot be read; allowed: Y, N, observer",
        ),
    ],
)
def test_what_cannot_be_right_is_refused(read: Callable[[str], object], text: str, said: str) -> None:
    with pytest.raises(CellRefused) as refused:
        read(text)
    assert str(refused.value) == f"a.csv: {said}"


def test_a_member_has_the_source_of_its_row_or_else_of_its_group() -> None:
    found = MEMBERS("iso3,since,until,source,note\nNOR,1999,,,\nSWE,,,recall,\n")
    assert [(each.iso3, each.source, each.is_recalled) for each in found] == [
        ("NOR", "a text", False),
        ("SWE", "recall", True),
    ]
    assert found[0].period == Period(date(1999, 1, 1))


def every_line_of_periods() -> list[list[Period]]:
    """The periods of each State in each list that the register holds."""
    lines = [list(each.un_membership) for each in states().values()]
    lines += [[name.period for name in names] for names in former_names().values()]
    lines += [[each.period for each in groups] for groups in regional_groups().values()]
    for group in named_groups().values():
        codes = {each.iso3 for each in group.members}
        lines += [[each.period for each in group.members if each.iso3 == code] for code in codes]
    return lines


@given(st.dates(date(1945, 1, 1), date(2100, 1, 1)))
def test_no_day_is_covered_twice(day: date) -> None:
    assert [line for line in every_line_of_periods() if sum(each.covers(day) for each in line) > 1] == []


DAYS = st.dates(date(1945, 1, 1), date(2030, 1, 1))


@given(DAYS, DAYS, DAYS)
def test_neighbouring_periods_cover_each_day_once(first: date, second: date, day: date) -> None:
    before, after = Period(None, first), Period(first, None)
    assert before.covers(day) != after.covers(day)
    assert not before.overlaps(after)
    assert Period(None, second).overlaps(after) == (second > first)
