"""How long 120 letters to States take in three languages, step by step: `python -m bench.letters`.

Previewed, approved, made as .docx and as .pdf, and sent to a mail server on this machine, each step as a person takes it, with
what reaches the disk. The peer for the .pdf is LibreOffice headless, which turns the same .docx into .pdf in one call.
"""

from __future__ import annotations

from bench.apart import in_a_site_of_its_own

LETTERS = 120


def run(letters: int = LETTERS, *, office: bool = True) -> str:
    """The table; without `office` the peer is left out."""
    return in_a_site_of_its_own("bench.letters_made", str(letters), "office" if office else "")


if __name__ == "__main__":
    print(run(), end="")
