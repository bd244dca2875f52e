"""How many messages a second go to a mail server on this machine: `python -m bench.outbox`.

120 letters with an attachment, prepared, released and sent by one worker, each with its three commits, all of which reach the disk. The
peer is `smtplib` alone over one connection, with the same bytes and nothing written down.
"""

from __future__ import annotations

from bench.apart import in_a_site_of_its_own

LETTERS = 120


def run(letters: int = LETTERS) -> str:
    """The table."""
    return in_a_site_of_its_own("bench.messages", str(letters))


if __name__ == "__main__":
    print(run(), end="")
