"""What a reader of the page sees in an OpenDocument text."""

from __future__ import annotations

from tests.factories.opendocument import opendocument

from corcom.documents.domain import extract


def text_of(body: str, automatic: str = "") -> str:
    return extract(opendocument(body, automatic=automatic), name="a.odt").text


def level(number: int, kind: str, more: str = "") -> str:
    return f'<text:list-level-style-number text:level="{number}" style:num-format="{kind}" {more}/>'


def lists(*levels: str) -> str:
    return f'<text:list-style style:name="L">{"".join(levels)}</text:list-style>'


def items(*texts: str, more: str = "") -> str:
    inner = "".join(
        f"<text:list-item>{each if each[0] == '<' else f'<text:p>{each}</text:p>'}</text:list-item>" for each in texts
    )
    return f'<text:list text:style-name="L" {more}>{inner}</text:list>'


def test_levels_of_a_list() -> None:
    styles = lists(
        level(1, "I", 'style:num-suffix="."'),
        level(2, "a", 'style:num-prefix="(" style:num-suffix=")"'),
        level(3, "1", 'text:display-levels="2"'),
    )
    deep = items("x")
    body = items("one", f"<text:p>two</text:p>{items('aa', f'<text:p>bb</text:p>{deep}')}", "three")
    assert text_of(body, styles).splitlines() == ["I. one", "II. two", "(a) aa", "(b) bb", "b.1 x", "III. three"]


def test_a_list_starts_anew_or_goes_on() -> None:
    styles = lists(level(1, "1", 'style:num-suffix="."'))
    on = items("c", more='text:continue-numbering="true"')
    body = items("a", "b") + "<text:p>between</text:p>" + on + "<text:p>between</text:p>" + items("d")
    assert [line for line in text_of(body, styles).splitlines() if line[:1].isdigit()] == [
        "1. a",
        "2. b",
        "3. c",
        "1. d",
    ]


def test_a_list_goes_on_after_another_by_its_name() -> None:
    styles = lists(level(1, "1", 'style:num-suffix="."'))
    body = items("a", more='xml:id="n1"') + items("x") + items("b", more='text:continue-list="n1"')
    assert text_of(body, styles).split() == ["1.", "a", "1.", "x", "2.", "b"]


def test_an_item_may_say_its_number_and_a_header_has_none() -> None:
    styles = lists(level(1, "1", 'style:num-suffix=")"'))
    body = (
        '<text:list text:style-name="L"><text:list-header><text:p>Head</text:p></text:list-header>'
        '<text:list-item text:start-value="7"><text:p>x</text:p><text:p>more</text:p></text:list-item></text:list>'
    )
    assert text_of(body, styles).split("\n\n") == ["Head", "7) x", "more\n"]


def test_blanks_tabs_and_line_ends() -> None:
    body = '<text:p>a<text:s text:c="3"/>b\n   c<text:tab/>d<text:line-break/>e</text:p>'
    assert text_of(body) == "a   b c\td\ne\n"


def test_comments_and_hidden_text_are_left_out() -> None:
    hidden = (
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    body = (
        "<text:p>Seen<office:annotation><dc:creator>A</dc:creator><text:p>remark</text:p></office:annotation>"
        '<text:span text:style-name="H">hidden</text:span><text:a xlink:href="x"> link</text:a></text:p>'
    )
    assert text_of(body, hidden) == "Seen link\n"


def test_frames_follow_their_paragraph() -> None:
    body = "<text:p>Around<draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box></draw:frame> it</text:p>"
    assert text_of(body) == "Around it\nIn a box\n"


def test_bold_by_a_style_of_letters() -> None:
    style = (
        '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    body = '<text:p><text:span text:style-name="B">Norway</text:span> asked</text:p>'
    found = extract(opendocument(body, automatic=style), name="a.odt")
    assert [(mark.kind, found.text[mark.start : mark.end]) for mark in found.marks] == [("bold", "Norway")]


def test_repeated_and_covered_cells_keep_columns_in_place() -> None:
    body = (
        '<table:table><table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell>'
        "<text:p>c</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>a</text:p>"
        "</table:table-cell><table:covered-table-cell/><table:table-cell><text:p>d</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    found = extract(opendocument(body), name="a.odt")
    assert [(mark.row, mark.column) for mark in found.marks] == [(0, 2), (1, 0), (1, 2)]


def test_what_is_hidden_is_left_out() -> None:
    section = '<text:section text:name="S" {}><text:p>{}</text:p></text:section>'
    body = (
        section.format("", "Seen")
        + section.format('text:display="none"', "no")
        + section.format('text:display="condition" text:is-hidden="true"', "no")
        + '<text:p>One<text:hidden-text text:is-hidden="true"> no</text:hidden-text> line</text:p>'
        + '<text:p><text:hidden-paragraph text:is-hidden="true"/>no</text:p>'
    )
    assert text_of(body).split() == ["Seen", "One", "line"]
