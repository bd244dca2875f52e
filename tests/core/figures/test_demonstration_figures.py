"""The figures of the demonstration: each of a source that can be looked up, and enough to show what figures are for."""

from __future__ import annotations

import re
from decimal import Decimal

from corcom.figures.domain.claims import claims
from corcom.figures.domain.figures import identity
from corcom.figures.domain.measures import MEASURES
from corcom.figures.domain.misfits import misfit
from corcom.figures.domain.series import series
from corcom.management.demonstration.figures import demonstration_figures

FOUND = demonstration_figures()
CCM = claims(each for each in FOUND if each.convention == "CCM")


def test_each_can_be_looked_up_and_none_is_more_than_likely() -> None:
    assert [each for each in FOUND if misfit(each) or not re.search(r": https?://\S+$", each.source)] == []
    assert len({identity(each) for each in FOUND}) == len(FOUND)
    assert {each.certainty for each in FOUND} == {"likely", "doubtful"}
    assert {each.circle for each in FOUND} == {"public"}


def test_sources_that_differ_are_both_there_and_the_later_counts() -> None:
    assert {about: one.ground for about, one in CCM.items() if one.differs} == {
        ("LAO", 2009, "killed"): "told_last",
        ("LAO", 2009, "injured"): "told_last",
        ("LAO", 2015, "assistance_received"): "told_last",
    }


def test_there_are_series_totals_and_a_none_that_is_not_unknown() -> None:
    cleared = series(MEASURES["released_area"], CCM)
    assert (cleared.states, cleared.years) == (("BIH", "DEU", "HRV", "LAO", "LBN"), (2015, 2016, 2017, 2024))
    assert {year: (str(cleared.of_year(year)[""]), cleared.told(year)) for year in cleared.years} == {
        2015: ("3.58", 3),
        2016: ("2.06", 2),
        2017: ("36.75", 5),
        2024: ("71.7", 1),
    }
    held = series(MEASURES["contaminated_area"], CCM)
    assert (held.claims["HRV", 2020].claim.amounts, ("HRV", 2019) in held.claims) == ({"": Decimal(0)}, False)
