"""The messages that carry copies or reminders, as these are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from corcom.correspondence.domain.letters_told import MessageTold
from corcom.outbox.queries import messages_about


def messages_told(*, kind: str, numbers: Sequence[int], now: datetime) -> Mapping[int, Sequence[MessageTold]]:
    """The messages about things of a kind, by the number of each that has some. One SQL query, none for no numbers."""
    found: defaultdict[int, list[MessageTold]] = defaultdict(list)
    for line in messages_about(kind=kind, numbers=numbers, now=now) if numbers else ():
        if line.about:
            told = MessageTold(
                number=line.number,
                recipient=line.recipient,
                state=line.state,
                came_back=line.came_back,
                is_replaced=line.is_replaced,
            )
            found[line.about.number].append(told)
    return found
