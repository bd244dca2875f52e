from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.documents.domain.symbols import NotASymbol, Symbol, next_after, next_in_series, symbol_of
from corcom.rulebooks.symbols import symbol_series

ENDINGS = st.lists(st.tuples(st.sampled_from(["Rev", "Add", "Corr"]), st.integers(1, 9999)), max_size=3)


@given(
    base=st.from_regex(r"[A-Z]{3,4}/(MSP|CONF|MSP\.[0-9]{1,2})/[0-9]{4}/(INF/|WP\.)?[0-9]{1,3}", fullmatch=True),
    endings=ENDINGS,
)
def test_a_symbol_taken_apart_and_put_together_is_the_same(base: str, endings: list[tuple[str, int]]) -> None:
    symbol = Symbol(base, tuple(endings))  # type: ignore[arg-type]  # the words are drawn from those that there are
    assert symbol_of(str(symbol)) == symbol


@pytest.mark.parametrize(
    "text", ["", "CCM", "ccm/msp/2016/1", "CCM//1", "CCM/MSP 2016/1", "/CCM/1", "CCM/1/", "CCM/é", "C/" * 60]
)
def test_what_is_no_symbol_is_refused(text: str) -> None:
    with pytest.raises(NotASymbol) as refused:
        symbol_of(text)
    assert refused.value.text == text


def test_the_next_symbol_of_each_series() -> None:
    taken = ["CCM/MSP/2016/1", "CCM/MSP/2016/4", "CCM/MSP/2016/4/Add.7", "CCM/MSP/2016/INF/1", "CCM/MSP/2016/WP.2"]
    found = {each.code: next_in_series(each, meeting=6, year=2016, taken=taken) for each in symbol_series("CCM")}
    assert found == {
        "msp": "CCM/MSP/2016/5",
        "msp-information": "CCM/MSP/2016/INF/2",
        "msp-working-papers": "CCM/MSP/2016/WP.3",
        "msp-preparation": "CCM/MSP/2016/PM/1",
        "review-conference": "CCM/CONF/2016/1",
        "review-conference-preparation": "CCM/CONF/2016/PM.6/1",
    }
    assert next_in_series(symbol_series("APMBC")[0], meeting=15, year=2016, taken=[]) == "APLC/MSP.15/2016/1"


@pytest.mark.parametrize(
    ("symbol", "ending", "following"),
    [
        ("CCM/MSP/2016/1", "Rev", "CCM/MSP/2016/1/Rev.1"),
        ("CCM/MSP/2016/9", "Rev", "CCM/MSP/2016/9/Rev.3"),
        ("CCM/MSP/2016/9/Rev.1", "Rev", "CCM/MSP/2016/9/Rev.3"),
        ("CCM/MSP/2016/9/Rev.2", "Corr", "CCM/MSP/2016/9/Rev.2/Corr.1"),
        ("CCM/MSP/2016/9/Add.1", "Rev", "CCM/MSP/2016/9/Add.1/Rev.1"),
        ("CCM/MSP/2016/9/Add.1", "Add", "CCM/MSP/2016/9/Add.2"),
    ],
)
def test_revisions_addenda_and_corrigenda_count_on(symbol: str, ending: str, following: str) -> None:
    taken = ["CCM/MSP/2016/9/Rev.1", "CCM/MSP/2016/9/Rev.2", "CCM/MSP/2016/9/Add.1", "CCM/MSP/2016/90/Rev.8"]
    assert next_after(symbol_of(symbol), ending, taken=taken) == following  # type: ignore[arg-type]  # likewise
