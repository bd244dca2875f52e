"""What a page of a .pdf shows: pieces of text with their places (ISO 32000-1, section 9).

pypdf opens the file, unpacks it and decodes fonts; the drawing of text is followed here, because where a piece ends,
how large and how bold it is tells columns, headings and notes apart.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from pypdf import PageObject
from pypdf.generic import ContentStream, DictionaryObject
from pypdf.generic._font import Font

from corcom.documents.domain.pdf_content import operations
from corcom.documents.domain.pdf_fonts import Letters, number

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

_IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_FORMS_DEEP: Final = 8
_FORMS: Final = 500
"""Forms (drawings used as a part) that one page may show."""
_WIDE: Final = 0.5
"""Of the size of the letters: a gap inside one string of text that sets what follows apart."""
_TILTED: Final = 0.1
"""Rise over run of a line that still counts as level."""
_FAR: Final = 1e6


@dataclass(slots=True)
class Piece:
    """Text drawn in one go. `y` is its base line; `order` counts the pieces of a page as they were drawn."""

    x0: float
    x1: float
    y: float
    size: float
    text: str
    bold: bool
    order: int
    blank: float
    """The width of a blank here."""
    first: float
    """The width of its first word."""


def times(one: Matrix, two: Matrix) -> Matrix:
    """First `one`, then `two`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def page_pieces(page: PageObject, fonts: dict[int, Letters]) -> list[Piece]:
    """The pieces of one page in the order in which they are drawn; `fonts` keeps what earlier pages loaded.

    Words that are set sideways are left out, unless they are most of the page: a wide table, say, on an upright sheet.
    """
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    start = _upright(page.rotation, width, height)
    painter = _painted(page, fonts, start)
    for quarter, letters in painter.sideways.most_common(1):
        if letters > sum(len(piece.text) for piece in painter.pieces):
            painter = _painted(page, fonts, times(start, _upright(90 * quarter, width, height)))
    return painter.pieces


def _painted(page: PageObject, fonts: dict[int, Letters], start: Matrix) -> _Painter:
    painter = _Painter(page, fonts)
    content = page.get("/Contents")
    if content is not None:
        # As bytes: which letters the codes mean is for the font to say.
        painter.paint(ContentStream(content.get_object(), page.pdf, "bytes"), page.get("/Resources"), start, 0)
    return painter


def _upright(rotation: int, width: float, height: float) -> Matrix:
    """What turns a page that is shown turned."""
    return {
        90: (0.0, -1.0, 1.0, 0.0, 0.0, width),
        180: (-1.0, 0.0, 0.0, -1.0, width, height),
        270: (0.0, 1.0, -1.0, 0.0, height, 0.0),
    }.get(rotation % 360, _IDENTITY)


@dataclass(slots=True)
class _State:
    """What the drawing operators have set (section 8.4 and 9.3)."""

    place: Matrix = _IDENTITY
    font: Letters | None = None
    size: float = 12.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0

    def copy(self) -> _State:
        return _State(
            self.place,
            self.font,
            self.size,
            self.spacing,
            self.word_spacing,
            self.stretch,
            self.leading,
            self.rise,
        )


class _Painter:
    """Follows the operators of a page and of the forms it shows."""

    def __init__(self, page: PageObject, fonts: dict[int, Letters]) -> None:
        self._pdf = page.pdf
        self._fonts = fonts
        self._forms = 0
        self.pieces: list[Piece] = []
        self.sideways: Counter[int] = Counter()
        """Letters by the quarters of a turn that set them upright."""
        self._now = _State()
        self._kept: list[_State] = []
        self._line = self._text = _IDENTITY
        self._names: dict[str, Letters | None] = {}
        self._resources: Any = None
        self._deep = 0
        self._marked: list[bool] = []
        # Each takes its operands from the end: before them may stand what is left of a mistake.
        self._operators: dict[bytes, Callable[[list[Any]], None]] = {
            b"q": lambda _: self._kept.append(self._now.copy()),
            b"Q": lambda _: self._restore(),
            b"cm": self._move,
            b"BT": lambda _: self._set_text(_IDENTITY),
            b"Tf": self._font,
            b"Td": lambda each: self._next(number(each[-2]), number(each[-1])),
            b"TD": self._next_with_leading,
            b"Tm": lambda each: self._set_text(_matrix(each)),
            b"T*": lambda _: self._next(0.0, -self._now.leading),
            b"Tc": lambda each: setattr(self._now, "spacing", number(each[0])),
            b"Tw": lambda each: setattr(self._now, "word_spacing", number(each[0])),
            b"Tz": lambda each: setattr(self._now, "stretch", number(each[0]) / 100),
            b"TL": lambda each: setattr(self._now, "leading", number(each[0])),
            b"Ts": lambda each: setattr(self._now, "rise", number(each[0])),
            b"Tj": lambda each: self._show([each[-1]]),
            b"TJ": lambda each: self._show(each[-1]),
            b"'": lambda each: self._show_next(each[-1]),
            b'"': lambda each: self._show_next(each[-1]),
            b"Do": self._form,
            b"BMC": lambda _: self._marked.append(False),
            b"BDC": self._begin_marked,
            b"EMC": lambda _: self._end_marked(),
        }

    def paint(self, content: ContentStream, resources: Any, place: Matrix, deep: int) -> None:
        before = self._now, self._kept, self._names, self._resources, self._deep, self._line, self._text
        resources = resources.get_object() if resources is not None else None
        self._resources = resources if isinstance(resources, DictionaryObject) else DictionaryObject()
        self._now, self._kept, self._names, self._deep = self._now.copy(), [], {}, deep
        self._now.place = place
        operators = self._operators
        for operands, operator in operations(content, operators):
            act = operators.get(operator)
            if act is not None:
                try:
                    act(operands)
                except (IndexError, TypeError, KeyError, AttributeError, ValueError, OverflowError):
                    continue  # an operator without what it needs shows nothing
        self._now, self._kept, self._names, self._resources, self._deep, self._line, self._text = before

    def _restore(self) -> None:
        if self._kept:
            self._now = self._kept.pop()

    def _move(self, operands: list[Any]) -> None:
        self._now.place = times(_matrix(operands), self._now.place)

    def _set_text(self, matrix: Matrix) -> None:
        self._line = self._text = matrix

    def _next(self, x: float, y: float) -> None:
        self._set_text(times((1.0, 0.0, 0.0, 1.0, x, y), self._line))

    def _next_with_leading(self, operands: list[Any]) -> None:
        self._now.leading = -number(operands[-1])
        self._next(number(operands[-2]), number(operands[-1]))

    def _begin_marked(self, operands: list[Any]) -> None:
        """What a tagged page marks as its running header or footer is not part of the text."""
        shape = operands[1] if len(operands) > 1 else None
        running = operands[0] == "/Artifact" and isinstance(shape, dict) and "Pagination" in str(shape.get("/Type", ""))
        self._marked.append(running)

    def _end_marked(self) -> None:
        if self._marked:
            self._marked.pop()

    def _font(self, operands: list[Any]) -> None:
        name = str(operands[-2])
        self._now.size = number(operands[-1])
        if name not in self._names:
            self._names[name] = self._load(name)
        self._now.font = self._names[name]

    def _load(self, name: str) -> Letters | None:
        fonts = self._resources.get("/Font")
        resource = fonts.get_object().get(name) if fonts is not None else None
        found = resource.get_object() if resource is not None else None
        if not isinstance(found, DictionaryObject):
            return None
        if id(found) not in self._fonts:
            self._fonts[id(found)] = Letters(Font.from_font_resource(found))
        return self._fonts[id(found)]

    def _form(self, operands: list[Any]) -> None:
        form = self._resources["/XObject"].get_object()[operands[0]].get_object()
        if form.get("/Subtype") != "/Form" or self._deep >= _FORMS_DEEP or self._forms >= _FORMS:
            return
        self._forms += 1
        matrix = _matrix(form["/Matrix"].get_object()) if "/Matrix" in form else _IDENTITY
        resources = form.get("/Resources", self._resources)
        self.paint(ContentStream(form, self._pdf, "bytes"), resources, times(matrix, self._now.place), self._deep + 1)

    def _show_next(self, text: Any) -> None:
        self._next(0.0, -self._now.leading)
        self._show([text])

    def _show(self, items: Any) -> None:
        """Draw strings one after another; numbers between them move on by thousandths of the size."""
        now = self._now
        if now.font is None or not now.size:
            return
        a, b, c, d, _, _ = times(self._text, now.place)
        hidden = any(self._marked)
        upright = a > 0 and abs(b) <= a * _TILTED
        run = _Run(now, scale=math.hypot(a, b), size=now.size * math.hypot(c, d))
        for item in items:
            if isinstance(item, (int, float)):
                run.skip(-float(item) / 1000 * now.size * now.stretch)
            else:
                run.add(now.font.decoded(item))
        run.end()
        if not upright and not hidden and min(abs(a), abs(b)) <= max(abs(a), abs(b)) * _TILTED:
            self.sideways[round(math.atan2(b, a) / (math.pi / 2)) % 4] += run.letters
        elif upright and not hidden:
            _, _, _, _, x, y = times((1.0, 0.0, 0.0, 1.0, 0.0, now.rise), times(self._text, now.place))
            self.pieces += run.pieces(x, y, first=len(self.pieces), bold=now.font.bold)
        self._text = times((1.0, 0.0, 0.0, 1.0, run.at, 0.0), self._text)


class _Run:
    """The letters of one drawing operator, cut where a wide gap sets them apart. Widths are in text space."""

    def __init__(self, now: _State, *, scale: float, size: float) -> None:
        self.at = 0.0
        self._now = now
        self._scale = scale
        self._size = size
        self._letters: list[str] = []
        self._start = 0.0
        self._first = 0.0
        self._blank = (now.font.blank if now.font else 250.0) / 1000 * now.size * now.stretch
        self._parts: list[tuple[float, float, float, str]] = []

    def skip(self, width: float) -> None:
        if width > abs(self._now.size) * _WIDE:
            self.end()
        elif width > self._blank * 0.5 and self._letters and self._letters[-1] != " ":
            self._letters.append(" ")
            self._first = self._first or self.at - self._start
        self.at += width
        if not self._letters:
            self._start = self.at

    def add(self, letters: list[tuple[str, float]]) -> None:
        texts = [text for text, _ in letters]
        if "   " in "".join(texts) or (texts[:1] == [" "] and not self._letters):
            self._add_in_parts(letters)
            return
        if not self._letters:
            self._start = self.at
        if not self._first and " " in texts:
            self._first = self.at + self._width(letters[: texts.index(" ")]) - self._start
        self._letters += texts
        self.at += self._width(letters)

    def _width(self, letters: list[tuple[str, float]]) -> float:
        now = self._now
        width = sum([width for _, width in letters]) * now.size / 1000 + now.spacing * len(letters)
        if now.word_spacing:
            width += now.word_spacing * sum(1 for text, _ in letters if text == " ")
        return width * now.stretch

    def _add_in_parts(self, letters: list[tuple[str, float]]) -> None:
        """Add letters among which wide blanks may set columns apart. Blanks before the first letter are a gap."""
        blanks = 0
        for letter in letters:
            if letter[0] == " ":
                blanks += 1
                if self._letters and not self._first:
                    self._first = self.at - self._start
            else:
                if blanks > 2 and self._letters:
                    self.end(blanks * self._blank)
                blanks = 0
                if not self._letters:
                    self._start = self.at
            if self._letters or not blanks:
                self._letters.append(letter[0])
            self.at += self._width([letter])

    @property
    def letters(self) -> int:
        return sum(len(text) for _, _, _, text in self._parts)

    def end(self, less: float = 0.0) -> None:
        """Close the part that is open; `less`: the width of blanks at its end."""
        text = "".join(self._letters)
        if text.strip():
            end = self.at - less
            self._parts.append((self._start, end, self._first or end - self._start, text))
        self._letters = []
        self._first = 0.0
        self._start = self.at

    def pieces(self, x: float, y: float, *, first: int, bold: bool) -> Iterator[Piece]:
        scale, blank = self._scale, self._blank * self._scale
        if abs(x) < _FAR and abs(y) < _FAR and 0 < self._size < _FAR:
            for place, (start, end, word, text) in enumerate(self._parts):
                left, right = x + start * scale, x + end * scale
                yield Piece(left, right, y, self._size, text, bold, first + place, blank, word * scale)


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(each) for each in operands[-6:])
    return a, b, c, d, e, f
