"""Figures after the minimum data requirements for mine action, as far as sums for a State and a year can follow them.

Which edition: the draft of the GICHD of 28 May 2018 (github.com/GICHD/mdr, 4b43294). Its words are those of `DATA_SETS`,
`FOLLOWS` and `NOT_HELD`. IMAS 05.10 has an annex of them since; that text was not at hand, and nothing here follows it.

The requirements describe single areas, devices, accidents and people. CorCom holds what is told of a whole year: it fills the
columns that such a sum has, and no others. A row is a sum, never an area, an accident or a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from corcom.figures.domain.claims import claims
from corcom.figures.domain.figures import Figure
from corcom.kernel.tables import Cell

FOLLOWS: Mapping[str, str] = {
    "country": "",
    "start_date": "Start and end date of activities",
    "end_date": "Start and end date of activities",
    "data_set": "the headings of the draft",
    "type_of_area": "Type of area (SHA/CHA)",
    "land_release_method": "released land by type and method: cancelled/reduced/cleared areas",
    "area_km2": "",
    "device_model": "Category and model of devices found and destroyed",
    "number_of_devices": "",
    "victim_status": "Status (injured/killed)",
    "gender": "Gender",
    "age_group": "",
    "number_of_people": "",
    "source": "",
}
"""Each column with the words of the draft that it follows; "" where it is ours: the draft has perimeters and no size, single
devices and people and no numbers of them, a date of birth and no group of age."""
COLUMNS = tuple(FOLLOWS)

LAND, RELEASE, VICTIM, EDUCATION = DATA_SETS = (
    "Mine/ERW contaminated area/location",
    "Land release product",
    "Victim",
    "Risk Education",
)
"""The sets of the draft of which something is held, by its headings."""

NOT_HELD: Mapping[str, tuple[str, ...]] = {
    "Activities (NTS/TS/Clearance/BAC/EOD etc.)": (
        "reference point coordinates",
        "implementing organisation",
        "operational method",
        "status of activities",
    ),
    LAND: (
        "benchmark coordinates",
        "coordinates of perimeter",
        "status (open, closed, handed over)",
        "category of devices in each area",
        "type and location of direct evidence",
        "beneficiaries of each area",
    ),
    RELEASE: (
        "benchmark and perimeter",
        "depth to which an area is cleared",
        "coordinates, category, condition and depth of each device",
    ),
    "Accident": (
        "coordinates of location",
        "date",
        "category of device causing accident",
        "demining or mine accident",
    ),
    VICTIM: (
        "name",
        "date of birth",
        "address",
        "activity at time of accident",
        "whether victim tampered with device",
    ),
    EDUCATION: ("coordinates", "organisation", "method"),
    "Quality assurance visit": ("everything",),
}
"""What the requirements ask for and no figure of a State and a year can tell."""

_SETS: Mapping[str, str] = {
    "contaminated_area": LAND,
    "released_area": RELEASE,
    "remnants_destroyed": RELEASE,
    "killed": VICTIM,
    "injured": VICTIM,
    "casualties": VICTIM,
    "people_educated": EDUCATION,
}
"""The set of data of each measure that has one; stockpiles, survivors (who are no victims of one year) and money have none."""
_AREAS: Mapping[str, str] = {"suspected": "SHA", "confirmed": "CHA"}


def minimum_rows(figures: Iterable[Figure]) -> Iterator[tuple[Cell, ...]]:
    """Rows, in the order of `COLUMNS`, of what counts among the figures of one convention; a stock has no start.

    Nothing stands there twice, so that a column can be added up: of several sources the one that counts, of a whole and its
    parts the finest that say all of it, and the killed and injured together only where neither is told alone.
    """
    found = claims(figures)
    for iso3, year, measure in sorted(found):
        is_told_alone = any((iso3, year, alone) in found for alone in ("killed", "injured"))
        if measure in _SETS and not (measure == "casualties" and is_told_alone):
            yield from map(_row, found[iso3, year, measure].claim.finest)


def _row(each: Figure) -> tuple[Cell, ...]:
    measure = each.counts
    is_land, is_devices, is_people = measure.unit == "km2", measure.unit == "items", measure.unit == "people"
    return (
        each.iso3,
        None if measure.is_stock else f"{each.year}-01-01",
        f"{each.year}-12-31",
        _SETS[each.measure],
        _AREAS.get(each.area_kind, ""),
        each.area_kind if each.measure == "released_area" else "",
        each.value if is_land else None,
        each.type if is_devices else "",
        each.value if is_devices else None,
        each.measure if each.measure in ("killed", "injured") else "",
        each.sex,
        each.age,
        each.value if is_people else None,
        each.source,
    )
