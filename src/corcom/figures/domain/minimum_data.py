"""Figures after the minimum data requirements for mine action, as far as sums for a State and a year can follow them.

The requirements (drafted by the GICHD in 2018 for IMSMA Core; now with IMAS 05.10) describe single areas, devices, accidents
and people. CorCom holds what a State reports of a whole year: it fills the columns that such a sum has, and no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from corcom.figures.domain.figures import Figure
from corcom.kernel.tables import Cell

COLUMNS = (
    "country",
    "start_date",
    "end_date",
    "data_set",
    "type_of_area",
    "land_release_method",
    "area_km2",
    "device_model",
    "number_of_devices",
    "victim_status",
    "gender",
    "age_group",
    "number_of_people",
    "source",
)

NOT_HELD: Mapping[str, tuple[str, ...]] = {
    "Activities": ("reference point", "implementing organisation", "operational method", "status of the activity"),
    "Contaminated area": (
        "benchmark",
        "perimeter",
        "status (open, closed, handed over)",
        "category of devices in each area",
        "type and location of direct evidence",
        "beneficiaries of each area",
    ),
    "Land release product": (
        "benchmark and perimeter",
        "depth of clearance",
        "coordinates, category, condition and depth of each device",
    ),
    "Accident": ("location", "date", "category of the device", "demining or mine accident"),
    "Victim": (
        "name",
        "date of birth",
        "address",
        "activity at the time of the accident",
        "whether the device was tampered with",
    ),
    "Risk education": ("location", "organisation", "method"),
    "Quality assurance visit": ("everything",),
}
"""What the requirements ask for and no figure of a State and a year can tell."""

_SETS: Mapping[str, str] = {
    "contaminated_area": "Contaminated area",
    "released_area": "Land release product",
    "remnants_destroyed": "Land release product",
    "killed": "Victim",
    "injured": "Victim",
    "survivors": "Victim",
    "people_educated": "Risk education",
}
"""The set of data of each measure that has one; stockpiles and money have none."""
_AREAS: Mapping[str, str] = {"suspected": "SHA", "confirmed": "CHA"}
_STATUS: Mapping[str, str] = {"killed": "killed", "injured": "injured", "survivors": "survivor"}


def minimum_rows(figures: Iterable[Figure]) -> Iterator[tuple[Cell, ...]]:
    """One row, in the order of `COLUMNS`, for each figure that the requirements know; a stock has no start."""
    for each in figures:
        if (data_set := _SETS.get(each.measure)) is None:
            continue
        measure = each.counts
        is_land, is_devices, is_people = measure.unit == "km2", measure.unit == "items", measure.unit == "people"
        yield (
            each.iso3,
            None if measure.is_stock else f"{each.year}-01-01",
            f"{each.year}-12-31",
            data_set,
            _AREAS.get(each.area_kind, ""),
            each.area_kind if each.measure == "released_area" else "",
            each.value if is_land else None,
            each.type if is_devices else "",
            each.value if is_devices else None,
            _STATUS.get(each.measure, ""),
            each.sex,
            each.age,
            each.value if is_people else None,
            each.source,
        )
