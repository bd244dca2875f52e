from __future__ import annotations

import pytest

from corcom.correspondence.domain.official_languages import likely_language, official_languages, official_languages_in
from corcom.kernel.rows import CellRefused


def test_one_official_language_is_likely_and_of_several_none() -> None:
    found = {iso3: likely_language(iso3) for iso3 in ("BEL", "IRQ", "CHN", "RUS", "ESP", "CMR", "SGP", "NOR")}
    assert found == {"BEL": "fr", "IRQ": "ar", "CHN": "zh", "RUS": "ru", "ESP": "es", "CMR": "", "SGP": "", "NOR": ""}
    assert official_languages()["CMR"] == ("en", "fr")


@pytest.mark.parametrize(("row", "column"), [("XXX,en,s", "iso3"), ("NOR,no,s", "languages"), ("NOR,,s", "languages")])
def test_a_cell_that_is_none_is_named(row: str, column: str) -> None:
    with pytest.raises(CellRefused) as refused:
        official_languages_in(f"iso3,languages,source\n{row}\n")
    assert (refused.value.line, refused.value.column) == (2, column)
