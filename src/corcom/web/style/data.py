"""What `/style/` shows: the pieces with facts of one day, 28 April 2016. The minutes in it are written for this page."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from corcom.web.pieces import (
    Bar,
    Bars,
    Curve,
    Deadline,
    Event,
    Failure,
    Finding,
    Gantt,
    GanttBar,
    Kind,
    Line,
    Mark,
    Matrix,
    MatrixRow,
    Point,
    Review,
    Source,
    StateName,
    Status,
    StatusMark,
    Step,
    TileMap,
    Timeline,
    Work,
    passages,
)
from corcom.web.pieces.review import choices

DAY = date(2016, 4, 28)

BOUND = """AFG ALB AND ATG AUS AUT BDI BEL BFA BGR BIH BLZ BOL BWA CAN CHE CHL CIV CMR COG COK COL COM CPV CRI CZE DEU DNK
DOM ECU ESP FJI FRA GBR GHA GIN GNB GRD GTM GUY HND HRV HUN IRL IRQ ISL ITA JPN KNA LAO LBN LIE LSO LTU LUX MCO MDA MEX
MKD MLI MLT MNE MOZ MRT MUS MWI NER NIC NLD NOR NRU NZL PAN PER PRT PRY PSE RWA SEN SLE SLV SMR SOM SVK SVN SWE SWZ SYC
TCD TGO TTO TUN URY VAT VCT WSM ZAF ZMB"""
DEPOSITED = "CUB PLW"
SIGNED = "AGO BEN CAF COD CYP DJI GMB HTI IDN JAM KEN LBR MDG NAM NGA PHL STP TZA UGA"


def _article(number: str) -> str:
    return _("Article %(number)s") % {"number": number}


def _south_africa() -> Deadline:
    return Deadline(
        due_on=date(2016, 4, 29),
        day=DAY,
        status="soon",
        steps=(
            Step(_("Ratification deposited"), date(2015, 5, 28), _article("16")),
            Step(_("In force on the first day of the sixth month after"), date(2015, 11, 1), _article("17(2)")),
            Step(_("Plus 180 days"), date(2016, 4, 29), _article("7(1)")),
        ),
    )


def deadlines() -> tuple[Deadline, ...]:
    """One of every kind."""
    return (
        _south_africa(),
        Deadline(due_on=date(2016, 6, 9), day=DAY, status="due", said="before the next meeting"),
        Deadline(due_on=date(2016, 1, 15), day=DAY, status="overdue", shown="2016-01", said="by mid-January"),
        Deadline(due_on=date(2014, 3, 30), day=DAY, status="unknown"),
        Deadline(due_on=date(2016, 4, 30), day=DAY, status="met", met_on=date(2016, 4, 26)),
        Deadline(
            due_on=date(2018, 3, 1),
            day=DAY,
            status="extended",
            extended_to=date(2023, 3, 1),
            steps=(
                Step(_("Entry into force for the State"), date(2008, 3, 1)),
                Step(_("Ten years"), date(2018, 3, 1), _article("4(1)")),
                Step(_("Extended by a decision of the States Parties"), date(2023, 3, 1), _article("4(5)")),
            ),
        ),
        Deadline(due_on=None, day=DAY, status="due"),
    )


SOURCE = Source(
    document="Minutes of the Coordination Committee, 28 April 2016",
    place="item 4, second paragraph",
    quote="Croatia undertook to send the draft of the declaration to all members before 9 June.",
    confirmed_by="Anna Lindqvist",
    confirmed_on=date(2016, 5, 2),
    replaced="a first reading that named no day",
    about="why 9 June 2016",
    language="en",
)


class Promise(NamedTuple):
    """A line of the sample table."""

    state: str
    text: str
    theme: str
    deadline: Deadline


def promises() -> tuple[Promise, ...]:
    """The lines of the sample table; their words are those of English minutes."""
    due = deadlines()
    return (
        Promise("HRV", "Send the draft of the declaration to all members", "Universalization", due[1]),
        Promise("ZAF", "Hand in the initial transparency report", "Transparency", due[0]),
        Promise("ZMB", "Circulate the list of States with contaminated land", "Clearance", due[2]),
        Promise("NOR", "Ask Mauritania and Mozambique for their plans", "Clearance", due[4]),
        Promise("CRI", "Write to the States whose initial report has not come", "Transparency", due[3]),
        Promise("AUT", "Bring the criteria for sponsorship to the next meeting", "Assistance", due[6]),
    )


OBLIGATIONS: dict[str, tuple[Status, ...]] = {
    "CHL": ("met", "soon", "due", "due"),
    "CUB": ("none", "none", "none", "none"),
    "LAO": ("met", "soon", "met", "due"),
    "SOM": ("unknown", "unknown", "due", "due"),
    "ZAF": ("soon", "none", "due", "none"),
}

THEMES = ("Assistance", "Clearance", "Transparency", "Universalization")


def matrix() -> Matrix:
    """Four obligations of five States."""
    return Matrix(
        id="matrix",
        title=_("Obligations of five States, 28 April 2016"),
        columns=(_("Initial report"), _("Annual report"), _("Stockpiles"), _("Clearance")),
        rows=tuple(
            MatrixRow(StateName(code), tuple(StatusMark(status) for status in statuses))
            for code, statuses in OBLIGATIONS.items()
        ),
    )


def bars() -> Bars:
    """A trend of six years."""
    return Bars(
        id="bars",
        title=_("Instruments deposited, by year"),
        bars=(Bar("2009", 24), Bar("2010", 23), Bar("2011", 18), Bar("2012", 11), Bar("2013", 7), Bar("2014", 4)),
    )


def curve() -> Curve:
    """A count that rises over the years, and another that follows it."""
    ends = (("2008", 4, 0), ("2009", 26, 0), ("2010", 49, 40), ("2011", 66, 59), ("2012", 77, 71), ("2013", 83, 81))
    by_deposit = tuple(Point(date(int(year), 12, 31), count) for year, count, _bound in ends)
    bound = tuple(Point(date(int(year), 12, 31), count) for year, _count, count in ends)
    return Curve(
        id="curve",
        title=_("States Parties at the end of each year"),
        lines=(Line(_("by deposit"), by_deposit), Line(_("bound"), bound, "dashed")),
        day=date(2013, 12, 31),
        columns=(_("Year"), _("By deposit"), _("Bound")),
        rows=ends,
    )


def timeline() -> Timeline:
    """One State and one convention."""
    return Timeline(
        id="timeline",
        title=_("South Africa and the Convention on Cluster Munitions"),
        day=DAY,
        events=(
            Event(date(2008, 12, 3), _("Signed")),
            Event(date(2010, 8, 1), _("Convention in force")),
            Event(date(2015, 5, 28), _("Ratification deposited")),
            Event(date(2015, 11, 1), _("In force for South Africa")),
            Event(date(2016, 4, 29), _("Initial report due"), "soon"),
            Event(date(2023, 11, 1), _("Stockpiles to be destroyed"), "due"),
        ),
    )


def gantt() -> Gantt:
    """Three steps before a meeting, one of them later than planned."""
    return Gantt(
        id="gantt",
        title=_("Before the meeting of 9 June 2016"),
        day=DAY,
        bars=(
            GanttBar(code="draft", label=_("Draft the letter"), begins_on=date(2016, 4, 18), ends_on=date(2016, 5, 6)),
            GanttBar(
                code="sign",
                label=_("Sign it"),
                begins_on=date(2016, 5, 20),
                ends_on=date(2016, 5, 20),
                before=(date(2016, 5, 9), date(2016, 5, 9)),
                depends_on=("draft",),
            ),
            GanttBar(
                code="meeting",
                label=_("Meeting"),
                begins_on=date(2016, 6, 9),
                ends_on=date(2016, 6, 10),
                depends_on=("sign",),
                is_meeting=True,
            ),
        ),
    )


def tiles() -> TileMap:
    """Every State by its standing under the convention."""
    return TileMap(
        id="tiles",
        title=_("The Convention on Cluster Munitions on 28 April 2016"),
        kinds=(
            Kind("bound", _("bound"), "full"),
            Kind("deposited", _("deposited, not yet in force"), "half"),
            Kind("signed", _("signed, not party"), "hatched"),
            Kind("none", _("not party"), "empty"),
        ),
        of=dict.fromkeys(BOUND.split(), "bound")
        | dict.fromkeys(DEPOSITED.split(), "deposited")
        | dict.fromkeys(SIGNED.split(), "signed"),
    )


MINUTES = """4. Universalization

The Coordinators thanked Cuba and Palau, whose instruments brought the number of States Parties to one hundred. Croatia \
undertook to send the draft of the declaration to all members before 9 June.

Zambia asked how many of the signatories had put the matter before their parliaments. The Director said that three had \
written so far, and would put their answers on one page.

5. Next meeting

The Committee agreed to meet again on 9 June at 10 a.m. in the same room."""


def _mark(mark: str, words: str, certainty: str) -> Mark:
    start = MINUTES.index(words)
    return Mark(mark, start, start + len(words), certainty)  # type: ignore[arg-type]  # words of one table


def review() -> Review:
    """A document of five findings, two of them answered."""
    due = deadlines()
    croatia = ((_("Owner"), StateName("HRV")), (_("Due"), due[1]))
    marks = (
        _mark("1", "the number of States Parties to one hundred", "likely"),
        _mark("2", "Croatia undertook to send the draft of the declaration to all members before 9 June.", "certain"),
        _mark("3", "would put their answers on one page", "doubtful"),
        _mark("4", "The Committee agreed to meet again on 9 June at 10 a.m.", "certain"),
    )
    return Review(
        document="Minutes of the Coordination Committee, 28 April 2016",
        language="en",
        passages=tuple(passages(MINUTES, marks)),
        accept_all="#",
        findings=(
            Finding(
                id="1",
                kind=_("Figure"),
                title="100 States Parties",
                certainty="likely",
                answer="accepted",
                choices=choices("accepted"),
            ),
            Finding(
                id="2",
                kind=_("Action point"),
                title="Send the draft of the declaration to all members",
                certainty="certain",
                parts=croatia,
                choices=choices("open"),
            ),
            Finding(
                id="3",
                kind=_("Action point"),
                title="Put their answers on one page",
                certainty="doubtful",
                parts=((_("Owner"), "The Director"), (_("Due"), due[6])),
                choices=choices("open"),
            ),
            Finding(
                id="4",
                kind=_("Next meeting"),
                title="9 June 2016, 10:00",
                certainty="certain",
                choices=choices("open"),
            ),
        ),
    )


def works() -> tuple[Work, ...]:
    """Work that goes on, and work that has ended."""
    return (
        Work(
            id="work-running", title=_("Reading the archive"), done=312, total=1204, is_running=True, stop_address="#"
        ),
        Work(
            id="work-ended",
            title=_("Reading the folder “%(name)s”") % {"name": "2015"},
            done=48,
            total=48,
            failures=(
                Failure("minutes-2015-03.doc", _("a Word document of the old kind (.doc); save it as .docx")),
                Failure("scan-0007.pdf", _("there is no text in it; it looks scanned")),
            ),
        ),
    )
