"""The signed link by which a State that is written to about a report fills it in."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from corcom.access.actions import give_link
from corcom.access.domain.links import GivenLink
from corcom.access.models import User
from corcom.access.queries import links_for
from corcom.correspondence.actions.errors import NoReportToLinkTo
from corcom.register.domain.registered import Register
from corcom.reporting.actions import ReportNotOwed, open_draft
from corcom.reporting.domain.report_links import PURPOSE, subject_of
from corcom.reporting.domain.report_values import ReportWanted

LINK_HOLDS: Final = timedelta(days=60)
"""For how long a link opens."""


@transaction.atomic
def link_to_report(*, wanted: ReportWanted, by: User, at: datetime, register: Register | None = None) -> GivenLink:
    """The link that the State has to a report and that opens for half its time yet, or a new one, with a draft of the report.

    Whoever writes to many States gives the `register` of the convention, which is else asked for each. Errors: `NoReportToLinkTo`.
    """
    subject = subject_of(wanted)
    for known in links_for(purpose=PURPOSE, subject=subject):
        if known.withdrawn_at is None and known.ends_at > at + LINK_HOLDS / 2:
            return known
    try:
        open_draft(wanted=wanted, day=at.date(), at=at, by=by.get_full_name(), register=register)
    except ReportNotOwed:
        raise NoReportToLinkTo(wanted.iso3) from None
    return give_link(purpose=PURPOSE, subject=subject, party=wanted.iso3, ends_at=at + LINK_HOLDS, by=by, at=at)
