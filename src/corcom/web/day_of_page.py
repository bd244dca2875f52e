"""A page never shows today's figures to someone who asked for a day that cannot be read."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from corcom.kernel.calendar import LAST_YEAR
from corcom.web import errors
from corcom.web.day import AS_OF, KNOWN_ON, DayRefused, read_day


class DayOfPage:
    """Middleware: a page never shows today's figures to someone who asked for a day that cannot be read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        try:
            for key in (AS_OF, KNOWN_ON):
                if (asked := request.GET.get(key, "").strip()) and read_day(asked).year > LAST_YEAR:
                    return _too_far(request)
        except DayRefused as refused:
            return errors.answer(
                request,
                status=400,
                title=_("That is not a day"),
                what=_("“%(value)s” cannot be read as a day.") % {"value": refused.value[:40]},
                todo=_("Write it as year-month-day, for example 2016-04-28, or choose it in the bar above."),
            )
        return self.get_response(request)


def _too_far(request: HttpRequest) -> HttpResponseBase:
    return errors.answer(
        request,
        status=400,
        title=_("That is too far ahead."),
        what=_("CorCom works out what falls due until the end of %(year)d.") % {"year": LAST_YEAR},
        todo=_("Write it as year-month-day, for example 2016-04-28, or choose it in the bar above."),
    )
