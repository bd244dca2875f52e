"""The words at the foot of a page: its number, and how many there are."""

from __future__ import annotations

from corcom.kernel.wording import Wording


def foot(wording: Wording) -> tuple[str, str, str]:
    """What stands before the number of the page, between it and the number of pages, and after that.

    A language without words of its own gets the two numbers alone.

    >>> foot(Wording()), foot(Wording(language="zh"))
    (('Page ', ' of ', ''), ('', ' / ', ''))
    """
    gettext = wording.gettext
    # Translators: the foot of a page of a document, as in "Page 2 of 5".
    words = gettext("Page %(page)s of %(pages)s")
    if words.startswith("Page %(page)s of") and wording.language.partition("-")[0] != "en":
        words = "%(page)s / %(pages)s"
    before, _, rest = words.partition("%(page)s")
    between, _, after = rest.partition("%(pages)s")
    return before, between, after
