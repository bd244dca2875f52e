"""What an answer says, read as a person reads it."""

from __future__ import annotations

from typing import Protocol

from lxml import html


class Answer(Protocol):
    """Of a page or of the test client."""

    @property
    def content(self) -> bytes: ...


def tree(answer: Answer) -> html.HtmlElement:
    return html.fromstring(answer.content.decode())


def words(answer: Answer, path: str) -> list[str]:
    """The text of each element at `path`, white space folded."""
    return [" ".join(found.text_content().split()) for found in tree(answer).xpath(path)]
