from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corcom.documents.domain.symbols import next_in_series, symbol_of
from corcom.rulebooks.checking import checked
from corcom.rulebooks.entry import RulebookRefused
from corcom.rulebooks.reading import FOLDER, conventions
from corcom.rulebooks.symbols import ALLOWED, read_symbols, symbol_series

SERIES = [series for code in conventions() for series in symbol_series(code)]


@pytest.mark.parametrize("series", SERIES, ids=lambda series: f"{series.convention}-{series.code}")
def test_every_series_gives_symbols_and_has_a_source_that_shows_one(series: object) -> None:
    from corcom.rulebooks.symbols import SymbolSeries

    assert isinstance(series, SymbolSeries)
    first = next_in_series(series, meeting=7, year=2016, taken=[])
    assert symbol_of(first).base == first == series.stem(meeting=7, year=2016) + "1"
    assert series.convention in conventions()
    assert "/" in series.source


def test_a_convention_without_series_or_without_rulebook_has_none() -> None:
    assert (symbol_series("ATT"), symbol_series("XYZ")) == ((), ())


@pytest.mark.parametrize(
    ("before", "after", "key", "allowed"),
    [
        ("pattern: CCM/MSP/{year}/{number}", "pattern: CCM/MSP/{year}", "symbols[0].pattern", ALLOWED),
        ("pattern: CCM/MSP/{year}/{number}", "pattern: CCM/{number}/{year}", "symbols[0].pattern", ALLOWED),
        ("pattern: CCM/MSP/{year}/{number}", "pattern: CCM/{session}/{number}", "symbols[0].pattern", ALLOWED),
        ("body: msp", "body: senate", "symbols[0].body", None),
        ("since: 2010-11-09", "since: soon", "symbols[0].since", "a day, such as 2010-08-01"),
        ("pattern: CCM/MSP/{year}/INF/{number}", "pattern: CCM/MSP/{year}/{number}", "pattern", "each pattern once"),
        ("code: msp-information", "code: msp", "symbols[1].code", "each one once"),
    ],
)
def test_what_is_wrong_is_named_by_file_key_and_what_is_allowed(
    tmp_path: Path, before: str, after: str, key: str, allowed: str | None
) -> None:
    folder = tmp_path / "ccm"
    shutil.copytree(FOLDER / "ccm", folder)
    path = folder / "symbols.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(RulebookRefused) as refused:
        read_symbols(path)
    assert (refused.value.file, refused.value.key) == ("ccm/symbols.yaml", key)
    assert refused.value.allowed == (allowed or refused.value.allowed)
    assert [mistake.file for mistake in checked(folder).mistakes] == ["ccm/symbols.yaml"]
