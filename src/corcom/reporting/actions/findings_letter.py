"""A letter to a State about findings. It waits in the outbox until a person releases it there."""

from __future__ import annotations

import secrets

from django.db import transaction

from corcom.access.models import User
from corcom.kernel.actor import Actor
from corcom.outbox.actions import prepare_messages
from corcom.outbox.domain.draft import About, Draft
from corcom.outbox.domain.server import MailSettings
from corcom.outbox.queries import reachable_addresses
from corcom.register.domain.gazetteer import parties
from corcom.reporting.actions.errors import NoAddressOfState
from corcom.reporting.actions.findings import FindingsChosen, StepOfFindings, chosen_findings, record_steps
from corcom.reporting.domain.checks.letter import FindingsLetter, letter
from corcom.reporting.queries.findings import ABOUT, ReportFindings

KIND = "report_findings"


@transaction.atomic
def prepare_findings_letter(
    *, chosen: FindingsChosen, step: StepOfFindings, mail: MailSettings, by: User, note: str = "", link: str = ""
) -> int:
    """Prepare one letter with findings to each address of the State for its reports; gives how many messages there are.

    It is in the language of the step's wording. `link` is the address at which the State can correct the report, "" for none.
    Errors: `NoFindingChosen`, `FindingGone`, `FindingTakenUp`, `NoAddressOfState`, and those of `prepare_messages`.
    """
    found, taken = chosen_findings(chosen, step)
    iso3 = chosen.wanted.iso3
    addresses = _addresses(found, step)
    if not addresses:
        raise NoAddressOfState(iso3)
    now = found.checked.now
    to = step.wording.name(Actor(iso3, parties()[iso3].name))
    matter = FindingsLetter(
        report=found.checked.report.report.name if found.checked.report else "",
        period=now.period,
        version=now.version,
        received_on=now.received_on,
        form=now.form,
        findings=taken,
        note=note.strip(),
        link=link,
    )
    subject, text = letter(matter, to=to, wording=step.wording)
    drafts = [
        Draft(
            kind=KIND,
            recipient=address,
            recipient_name=to,
            subject=subject,
            text=text,
            language=step.wording.language,
            about=About(kind=ABOUT, number=found.number),
        )
        for address in addresses
    ]
    batch = secrets.token_hex(8)
    prepare_messages(drafts=drafts, mail=mail, by=by, at=step.at, batch=batch)
    record_steps("letter", found, taken, step, note, batch)
    return len(drafts)


def _addresses(found: ReportFindings, step: StepOfFindings) -> list[str]:
    wanted = found.wanted
    reached = reachable_addresses(
        delegations=[wanted.iso3],
        purpose="transparency_reports",
        convention=wanted.convention,
        day=step.day,
    )
    return [one.address for one in reached[wanted.iso3]]
