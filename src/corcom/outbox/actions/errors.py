"""What the outbox refuses, with the values that an interface needs to say so."""

from __future__ import annotations

from corcom.kernel.errors import CorcomError
from corcom.outbox.domain.standing import State, Verb


class OutboxRefused(CorcomError):
    """A step that cannot be taken with a message."""


class NotNow(OutboxRefused):
    """The message `number` is `state`, so that `verb` makes no sense."""

    def __init__(self, *, number: int, state: State, verb: Verb) -> None:
        super().__init__(f"message {number} is {state}: {verb} does not apply")
        self.number = number
        self.state = state
        self.verb = verb


class NotFailing(OutboxRefused):
    """Messages to this `address` are not known to fail, or somebody has dealt with it already."""

    def __init__(self, address: str) -> None:
        super().__init__(f"messages to {address} are not known to fail")
        self.address = address


class SameAddress(OutboxRefused):
    """The new address is the `address` that failed."""

    def __init__(self, address: str) -> None:
        super().__init__(f"{address} is the address that failed")
        self.address = address


class CannotLeave(OutboxRefused):
    """Messages of this `kind` cannot be left: they are due to whoever gets them."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"messages of the kind {kind} cannot be left")
        self.kind = kind


class NotWanted(OutboxRefused):
    """The recipients of some drafts get no messages of that kind any more; `pairs` of address and kind say which."""

    def __init__(self, pairs: tuple[tuple[str, str], ...]) -> None:
        super().__init__(f"no longer wanted: {', '.join(f'{kind} at {address}' for address, kind in pairs)}")
        self.pairs = pairs
        self.addresses = ", ".join(address for address, _ in pairs)


class NothingChosen(OutboxRefused):
    """No message was named."""

    def __init__(self) -> None:
        super().__init__("no message was chosen")


class RuleNotOn(OutboxRefused):
    """No rule lets messages of this `kind` go out without a person."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"no rule is switched on that releases messages of the kind {kind}")
        self.kind = kind


class RuleOnAlready(OutboxRefused):
    """A rule for this `kind` is on already."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"the rule that releases messages of the kind {kind} is on already")
        self.kind = kind


class TooLarge(OutboxRefused):
    """The message would have `size` bytes, and at most `largest` are allowed."""

    def __init__(self, *, size: int, largest: int) -> None:
        super().__init__(f"{size:,} bytes, and at most {largest:,} can be sent")
        self.size = size
        self.largest = largest


class NoSender(OutboxRefused):
    """The site has no address to send from: CORCOM_MAIL_FROM is not set."""

    def __init__(self) -> None:
        super().__init__("the site has no address to send from: set CORCOM_MAIL_FROM")


class IncomingRefused(OutboxRefused):
    """A file that is not filed as mail; `name` is the file's, `why` the reason."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name}: {why}")
        self.name = name
        self.why = why


class FiledAlready(OutboxRefused):
    """The incoming message `number` was filed or set aside before."""

    def __init__(self, number: int) -> None:
        super().__init__(f"incoming message {number} was filed already")
        self.number = number
