"""Lines of a table of obligations that the register contradicts: a report said to have come in before the entry into force."""

from __future__ import annotations

from collections.abc import Iterator

from corcom.kernel.marked import Filled, gettext_noop
from corcom.kernel.tables import Differences, LineRefused
from corcom.obligations.domain.facts import Fact
from corcom.obligations.domain.receipts import in_force_later
from corcom.register.queries import register_of


def early_receipts(found: Differences[Fact]) -> Iterator[LineRefused]:
    """The new and changed lines that tell of a report before the convention bound the State. One SQL query a convention."""
    told = [*found.new, *(each.after for each in found.changed)]
    registers = {code: register_of(code) for code in {each.value.convention for each in told}}
    for each in told:
        fact, register = each.value, registers[each.value.convention]
        obligation = register.book.obligation(fact.obligation) if register else None
        if register is None or obligation is None:
            continue
        if (since := in_force_later(fact, obligation, register.of(fact.iso3))) is not None:
            words = gettext_noop("a day on or after %(day)s, from which the convention binds the State")
            yield LineRefused(each.file, each.line, "on", fact.on, Filled(words, day=since.isoformat()))
