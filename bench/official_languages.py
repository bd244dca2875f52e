"""Writes `correspondence/data/official_languages.csv`: which of the six languages of the United Nations are official in each State.

    python -m bench.official_languages "Unicode CLDR 49 through Babel 2.19.0"

The argument says which edition it is. Babel is installed by hand for this (`pip install babel`): nothing at run time needs it.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from corcom.kernel.languages import LANGUAGES
from corcom.register.domain.states import states

FILE = Path("src/corcom/correspondence/data/official_languages.csv")


def main() -> None:
    from babel.languages import get_official_languages  # noqa: PLC0415  only this command needs it

    with FILE.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("iso3", "languages", "source"))
        for state in states().values():
            spoken = get_official_languages(state.iso2, de_facto=True)
            if found := sorted(set(spoken) & set(LANGUAGES)):
                table.writerow((state.iso3, " ".join(found), sys.argv[1]))


if __name__ == "__main__":
    main()
