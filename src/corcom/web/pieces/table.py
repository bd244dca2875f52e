"""Tables: filters and sorting are links that can be shared; what is shown can be downloaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.safestring import SafeString

from corcom.web.pieces.markup import markup
from corcom.web.pieces.on_page import OnPage


@dataclass(frozen=True, slots=True)
class Column:
    """`key` makes the column sortable: its links ask for `?sort=key` and `?sort=-key`."""

    label: str
    key: str = ""
    is_number: bool = False
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One cell for each column, in order: text or a piece. `id` is an anchor; the first cell names the row."""

    cells: tuple[Any, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter; an empty `value` takes the filter off."""

    label: str
    value: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """`name` is the key in the address, `chosen` the value that is on."""

    label: str
    name: str
    options: tuple[Option, ...]
    chosen: str = ""

    @property
    def links(self) -> list[tuple[Option, dict[str, str | None], bool]]:
        """Each option, the change of the address that chooses it (from the first page on), and whether it is chosen."""
        return [
            (option, {self.name: option.value or None, "page": None}, option.value == self.chosen)
            for option in self.options
        ]


@dataclass(frozen=True, slots=True)
class Download:
    """`format` is its name ("CSV"); `address` gives what is shown, under the same filters."""

    format: str
    address: str


@dataclass(frozen=True, slots=True)
class Pages:
    """Which page of how many; `size` rows on each."""

    template: ClassVar[str] = "pieces/pages.html"

    number: int
    size: int
    total: int

    @property
    def last(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def first_row(self) -> int:
        return min(self.total, (self.number - 1) * self.size + 1)

    @property
    def last_row(self) -> int:
        return min(self.total, self.number * self.size)

    @property
    def near(self) -> list[int | None]:
        """The numbers to offer: the ends and those around this one; None where some are left out."""
        wanted = sorted({1, self.last, *(n for n in range(self.number - 1, self.number + 2) if 1 <= n <= self.last)})
        offered: list[int | None] = []
        for number in wanted:
            if offered and isinstance(before := offered[-1], int) and number > before + 1:
                offered.append(None)
            offered.append(number)
        return offered


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`id` is unique on the page. `count` is how many rows there are in all; `sort` the sorting that is on."""

    template: ClassVar[str] = "pieces/table.html"

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    count: int | None = None
    sort: str = ""
    filters: tuple[Filter, ...] = ()
    downloads: tuple[Download, ...] = ()
    pages: Pages | None = None
    empty: Any = None

    @property
    def total(self) -> int:
        return len(self.rows) if self.count is None else self.count

    @property
    def heads(self) -> list[tuple[Column, dict[str, str | None], str]]:
        """Each column, the change of the address that sorts by it, and how it is sorted now (for `aria-sort`)."""
        sorted_now = {self.sort.removeprefix("-"): "descending" if self.sort.startswith("-") else "ascending"}
        return [
            (
                column,
                {"sort": f"-{column.key}" if column.key == self.sort else column.key, "page": None},
                sorted_now.get(column.key, "") if column.key else "",
            )
            for column in self.columns
        ]

    def body(self, page: OnPage) -> SafeString:
        """The rows as HTML. Put together here, for a template asks a dozen questions about each cell."""
        tags = self._tags()
        return SafeString("\n".join(_line(row, tags, page) for row in self.rows))

    def _tags(self) -> list[SafeString]:
        """What opens the cell of each column. The first names the row, the others carry their column's name on a phone."""
        number = SafeString(' class="number"')
        return [
            SafeString('<th scope="row" role="rowheader">'),
            *(
                markup('<td role="cell" data-label="{}"{}>', column.label, number if column.is_number else "")
                for column in self.columns[1:]
            ),
        ]


def _line(row: Row, tags: list[SafeString], page: OnPage) -> str:
    anchor = markup(' id="{}"', row.id) if row.id else ""
    cells = "".join(f"{tag}{page.drawn(cell)}</{tag[1:3]}>" for tag, cell in zip(tags, row.cells, strict=True))
    return f'<tr role="row"{anchor}>{cells}</tr>'
