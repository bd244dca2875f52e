"""A plain shadow of a text: the same length, so that every offset in it is an offset in the text.

Line ends, tabs and no-break spaces become spaces, curly quotes straight ones, the many dashes "-"; case is kept.
"""

from __future__ import annotations

_PLAIN: dict[str, str] = {
    **dict.fromkeys("\n\r\t\v\f\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff", " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200D)), " "),
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("•▪◦‣●○■□–", "-"),
}


def plain(text: str) -> str:
    r"""The shadow of `text`, of exactly its length.

    >>> plain("the Parties’ 9–12\nFebruary")
    "the Parties' 9-12 February"
    """
    for odd, same in _PLAIN.items():
        text = text.replace(odd, same)
    return text


def lower(text: str) -> str:
    """`text` in lower case, of exactly its length (a few letters grow when lowered; those stay as they are).

    >>> len(lower("İstanbul")), lower("CCM")
    (8, 'ccm')
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def words(text: str) -> str:
    r"""`text` with all white space folded to single spaces and none at the ends.

    >>> words(" its  draft\n strategy ")
    'its draft strategy'
    """
    return " ".join(text.split())
