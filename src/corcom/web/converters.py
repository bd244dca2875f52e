"""What may stand in an address: numbers that a database takes, codes, and the forms of a file. Whoever imports this can use them by name."""

from __future__ import annotations

from django.urls import register_converter
from django.urls.converters import StringConverter


class Number:
    """The number of a row, no longer than a database takes."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class Code(StringConverter):
    """The code of a State, an organisation or an office."""

    regex = r"[^/\x00]+"


class RecordForm(StringConverter):
    regex = "json|docx|pdf|xml"


class MattersForm(StringConverter):
    regex = "docx|pdf|ics"


class TimelineForm(StringConverter):
    regex = "docx|pdf|ics"


class AgendaForm(StringConverter):
    regex = "json|docx|pdf"


class CommentsForm(StringConverter):
    regex = "docx|pdf|xlsx"


class CollationForm(StringConverter):
    regex = "docx|pdf|xlsx|csv"


class ListForm(StringConverter):
    regex = "docx|pdf"


class ProgrammeForm(StringConverter):
    regex = "docx|pdf|ics"


class MinutesForm(StringConverter):
    regex = "docx|pdf|xml"


class FeedForm(StringConverter):
    regex = "atom|ics"


register_converter(Number, "number")
register_converter(Code, "code")
register_converter(RecordForm, "record_form")
register_converter(MattersForm, "matters_form")
register_converter(TimelineForm, "timeline_form")
register_converter(AgendaForm, "agenda_form")
register_converter(CommentsForm, "comments_form")
register_converter(CollationForm, "collation_form")
register_converter(ListForm, "list_form")
register_converter(ProgrammeForm, "programme_form")
register_converter(MinutesForm, "minutes_form")
register_converter(FeedForm, "feed_form")
