"""Writes `register/data/state_names.csv`: how the States are called in Arabic, Chinese and Russian.

    python -m bench.state_names country-codes.csv "github.com/datasets/country-codes at caa72d1"

The first argument is a copy of `data/country-codes.csv` of github.com/datasets/country-codes, the second says which. The
names are the short names of the UN Protocol and Liaison Service in that copy, as in `states.csv` for the other three
languages, and those of the UN Statistics Division (M49) where it lacks one. Beside each stands the everyday name of the
Unicode CLDR, through Babel, which is installed by hand for this (`pip install babel`): nothing at run time needs it.

The two differ where it matters: the CLDR has "Palestinian territories", "North Korea" and "Myanmar (Burma)". A name
stays unchecked until somebody has held it against the UN's own list: set `checked` to yes in the file, by hand. Rows
that were checked are kept as they are.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from babel import Locale, __version__
from babel.core import get_cldr_version

DATA = Path(__file__).parents[1] / "src" / "corcom" / "register" / "data"
TARGET = DATA / "state_names.csv"
COLUMNS = {
    "ar": ("UNTERM Arabic Short", "official_name_ar"),
    "zh": ("UNTERM Chinese Short", "official_name_cn"),
    "ru": ("UNTERM Russian Short", "official_name_ru"),
}
"""The column of the Protocol Service, and that of the Statistics Division."""
OTHERWISE = {"NLD", "TLS"}
"""In the copy the Protocol Service's name is older than that of `states.csv`, and lacks a blank in Arabic."""
FIELDS = ("iso3", "language", "name", "cldr_name", "source", "checked")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def found(codes: Path, copy: str) -> list[dict[str, str]]:
    """One row for each State and language."""
    listed = {row["ISO3166-1-Alpha-3"]: row for row in rows(codes)}
    cldr = f"Unicode CLDR {get_cldr_version()} through Babel {__version__}"
    return [
        {
            "iso3": state["iso3"],
            "language": language,
            "name": name,
            "cldr_name": str(Locale.parse(language).territories[state["iso2"]]),
            "source": f"name: {office}, {copy}; cldr_name: {cldr}",
            "checked": "no",
        }
        for state in rows(DATA / "states.csv")
        for language in COLUMNS
        for name, office in [named(listed[state["iso3"]], state["iso3"], language)]
    ]


def named(row: dict[str, str], code: str, language: str) -> tuple[str, str]:
    """The UN's short name, and whose list it is from."""
    protocol, statistics = COLUMNS[language]
    # A star marks an observer, two a State outside the UN.
    name = row[protocol].rstrip(" *")
    if name and code not in OTHERWISE:
        return name, "UN Protocol and Liaison Service"
    # The copy marks the place of the noun with "_" once and with "-" everywhere else.
    return row[statistics].replace(" _)", " -)"), "UN Statistics Division (M49)"


def main(codes: Path, copy: str) -> None:
    before = rows(TARGET) if TARGET.exists() else []
    kept = {(row["iso3"], row["language"]): row for row in before if row["checked"] == "yes"}
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept.get((row["iso3"], row["language"]), row) for row in found(codes, copy))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
