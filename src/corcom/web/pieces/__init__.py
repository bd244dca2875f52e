"""The pieces that pages are made of.

Each is a frozen dataclass that says what is shown. How, says a template in `templates/pieces/`, or, for a small piece that
stands on a page by the hundred, its method `html` (see `on_page.py`). A page puts them into its context and writes
`{% piece it %}`; all of them stand on `/style/`.
"""

from __future__ import annotations

from corcom.web.pieces.bars import Bar, Bars
from corcom.web.pieces.curve import Curve, Line, Point
from corcom.web.pieces.deadline import Deadline, Step
from corcom.web.pieces.difference import Difference
from corcom.web.pieces.empty import Empty
from corcom.web.pieces.gantt import Gantt, GanttBar
from corcom.web.pieces.links import Link, Stack, Together
from corcom.web.pieces.marked import Mark, Passage, passages
from corcom.web.pieces.matrix import Matrix, MatrixRow
from corcom.web.pieces.on_page import OnPage
from corcom.web.pieces.review import Choice, Finding, Review
from corcom.web.pieces.source import Source
from corcom.web.pieces.states import StateName
from corcom.web.pieces.status import Status, StatusMark
from corcom.web.pieces.table import Column, Download, Filter, Option, Pages, Row, Table
from corcom.web.pieces.tiles import Kind, TileMap
from corcom.web.pieces.timeline import Event, Timeline
from corcom.web.pieces.work import Failure, Work

__all__ = [
    "Bar",
    "Bars",
    "Choice",
    "Column",
    "Curve",
    "Deadline",
    "Difference",
    "Download",
    "Empty",
    "Event",
    "Failure",
    "Filter",
    "Finding",
    "Gantt",
    "GanttBar",
    "Kind",
    "Line",
    "Link",
    "Mark",
    "Matrix",
    "MatrixRow",
    "OnPage",
    "Option",
    "Pages",
    "Passage",
    "Point",
    "Review",
    "Row",
    "Source",
    "Stack",
    "StateName",
    "Status",
    "StatusMark",
    "Step",
    "Table",
    "TileMap",
    "Timeline",
    "Together",
    "Work",
    "passages",
]
