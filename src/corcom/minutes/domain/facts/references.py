"""What minutes point to: meetings, documents with a symbol or a name, articles, resolutions, addresses on the web."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corcom.minutes.domain.dates.meeting_names import ORDINAL, meeting_name
from corcom.minutes.domain.dates.words_before import places, word_set
from corcom.minutes.domain.reading import ReferenceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceMention:
    """A reference: `words` are `start:end`, `target` its plain name ("5MSP", "Article 7(1)", "A/RES/70/54")."""

    start: int
    end: int
    words: str
    kind: ReferenceKind
    target: str


_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"')\]]{3,300}", re.IGNORECASE)
_SYMBOL = re.compile(
    r"(?<![\w/.])[A-Z][A-Z0-9]{0,11}(?:\.[A-Z0-9]{1,8})?(?:/[A-Z0-9][A-Za-z0-9.\-]{0,15}){1,7}(?:/(?:Add|Rev|Corr)\.\d+)?"
)
_RESOLUTION = re.compile(
    r"(?:(?:UN {1,3})?(?:General {1,3}Assembly|GA|UNGA|Security {1,3}Council) {1,3})?[Rr]esolutions? {1,3}(?P<number>\d{1,4}(?:/\d{1,4})?(?: ?\(\d{4}\)| ?[A-Z]\b)?)"
)
_LIST = r"\d{1,3}(?: ?\([a-z0-9]{1,4}\))*(?: ?bis)?"
_ARTICLE = re.compile(
    rf"[Aa]rt(?:icles?|s?\.) {{0,3}}(?P<numbers>{_LIST}(?:(?: {{0,2}}[-,] {{0,2}}| {{1,3}}(?:and|to|or) {{1,3}}){_LIST}){{0,6}})"
    r"(?:,? {1,3}(?:paragraphs?|paras?\.?) {1,3}(?P<paragraph>\d{1,2}(?: ?\([a-z]\))?))?"
)
_PARAGRAPH = re.compile(
    r"(?:[Oo]perative {1,3})?[Pp]ara(?:graph)?s?\.? {1,3}(?P<number>\(?[a-z0-9]{1,3}\)(?: ?\([a-z]{1,3}\))?|\d{1,3}(?:\.\d{1,2})?(?: ?\([a-z]{1,3}\))?(?: {0,2}(?:-|to|and) {0,2}\d{1,3})?)"
    r"(?P<of> {1,3}of {1,3}(?:the {1,3})?(?P<whole>[A-Z0-9][\w'/.-]{0,30}(?: {1,2}(?:(?:of|on|and|the) {1,2}){0,2}[A-Z][\w'/-]{0,30}){0,5}))?"
)
_ACTION = re.compile(
    r"Actions? {1,3}#?\d{1,2}(?:\.\d{1,2})?(?: {0,2}(?:-|to|and) {0,2}#?\d{1,2})?(?: {1,3}of {1,3}the {1,3}(?P<plan>[A-Z][a-z]+ {1,3}Action {1,3}Plan))?"
)
_PROPER = r"[A-Z][A-Za-z'-]{1,30}"
_KINDS = (
    r"Action {1,3}(?:Plan|Programme)|[Pp]rogress {1,3}[Rr]eport|Political {1,3}Declaration|Declaration|Statement|Directive|Protocol|Framework"
    r"|Programme {1,3}of {1,3}Work|Strategy|Roadmap|Review {1,3}Document|Guidelines?"
)
_NAMED = re.compile(rf"(?<![\w-])(?P<proper>{_PROPER}(?: {{1,3}}{_PROPER}){{0,2}}?) {{1,3}}(?P<what>{_KINDS})\b")
_GUIDE = re.compile(
    r"(?P<quote>\")(?P<title>(?:A |The )?(?:Guide|Handbook|Toolkit|Manual|Compendium)\b[^\"\n]{0,100})\"|\"(?P<other>[A-Z][^\"\n]{3,90}(?:Guide|Handbook|Toolkit|Manual)s?)\""
)
_MEETING = re.compile(
    rf"(?:{ORDINAL} {{1,3}})?(?:Annual {{1,3}}|Informal {{1,3}})?Meetings? {{1,3}}of {{1,3}}(?:the {{1,3}})?(?:States {{1,3}}Parties|High {{1,3}}Contracting {{1,3}}Parties|State {{1,3}}Parties)"
    rf"(?: {{1,3}}\(\d{{1,2}}MSP\))?"
    rf"|(?:{ORDINAL} {{1,3}})?(?:Review {{1,3}}Conference|Conference {{1,3}}of {{1,3}}(?:the {{1,3}})?States {{1,3}}Parties|Preparatory {{1,3}}(?:Meeting|Committee)|Session {{1,3}}of {{1,3}}the {{1,3}}(?:United {{1,3}}Nations {{1,3}}|UN {{1,3}})?General {{1,3}}Assembly)\b"
    r"|\d{1,2}(?:st|nd|rd|th)? ?(?:MSPs?|RC|RevCon|CSP|PrepCom)\b"
    r"|(?:June |April |May |informal )?[Ii]nter-?sessional(?:s\b| {1,3}(?:[Mm]eetings?|[Ww]ork {1,3}[Pp]rogramme))"
)
_ORDINAL_START = re.compile(rf"(?<![\w/]){ORDINAL} {{1,3}}(?:Annual {{1,3}}|Informal {{1,3}})?\Z")
_NUMBER_START = re.compile(r"(?<![\w/.])\d{1,2}(?:st|nd|rd|th)? ?\Z")
_FIRST_WORDS = word_set(
    """
    The This That In On Its Their Our A An Draft And Of For As At By From To With Under Revised Final New
    Annual Informal Joint Proposed Generic Opening Closing
    """
)
_GENERIC = frozenset({"Statement", "Directive", "Protocol", "Framework", "Strategy", "Declaration"})
_MEETING_TRIGGERS = (
    "Meeting",
    "MSP",
    "RC",
    "RevCon",
    "CSP",
    "PrepCom",
    "Review Conference",
    "Conference of",
    "Preparatory",
    "Session of",
    "ntersession",
    "nter-session",
)
_TRIGGERS = (
    *(
        "http",
        "www.",
        "/",
        "esolution",
        "rticle",
        "Art.",
        "Arts.",
        "aragraph",
        "ara.",
        "paras",
        "Action",
        "rogress",
        "PROGRESS",
    ),
    *(
        "Declaration",
        "Statement",
        "Directive",
        "Guide",
        "Handbook",
        "Toolkit",
        "Manual",
        "Compendium",
        "Protocol",
        "Process",
        "Strategy",
    ),
    *_MEETING_TRIGGERS,
    *("Review Document", "Framework", "Political"),
)


def find_references(plain: str) -> list[ReferenceMention]:
    """The references in a plain shadow, in order, none overlapping another."""
    found: list[ReferenceMention] = []
    cursor = 0
    for at, word in places(plain, _TRIGGERS, 0, len(plain)):
        if at < cursor:
            continue
        mention = _at(plain, at, word, cursor)
        if mention:
            found.append(mention)
            cursor = mention.end
    return found


def _at(plain: str, at: int, word: str, cursor: int) -> ReferenceMention | None:
    """The reference of which a piece stands at `at`."""
    finder = _FINDERS.get(word, _meeting if word in _MEETING_TRIGGERS else _named)
    return finder(plain, at, cursor)


def _link(plain: str, at: int, _cursor: int) -> ReferenceMention | None:
    found = _LINK.match(plain, at)
    return _mention(found, "link", found[0].rstrip(".,;:").rstrip("/")) if found else None


def _article(plain: str, at: int, cursor: int) -> ReferenceMention | None:
    found = _ARTICLE.match(plain, at - 1 if at > cursor and plain[at] == "r" else at)
    return _mention(found, "article", _article_name(found)) if found else None


def _action(plain: str, at: int, cursor: int) -> ReferenceMention | None:
    """A numbered action of a plan, or the plan."""
    found = _ACTION.match(plain, at)
    return _mention(found, "action_plan", " ".join(found[0].split())) if found else _named(plain, at, cursor)


def _mention(found: re.Match[str], kind: ReferenceKind, target: str) -> ReferenceMention:
    end = found.end()
    if kind == "link":
        end = found.start() + len(found[0].rstrip(".,;:"))
    return ReferenceMention(
        start=found.start(), end=end, words=found.string[found.start() : end], kind=kind, target=target
    )


def _word_start(plain: str, at: int, low: int) -> int:
    """Where the run of symbol letters around `at` begins, at most forty before it."""
    start = at
    while start > max(low, at - 40) and (plain[start - 1].isalnum() or plain[start - 1] in "/.-"):
        start -= 1
    return start


def _symbol(plain: str, at: int, cursor: int) -> ReferenceMention | None:
    """A document by its symbol; a resolution of the General Assembly by its."""
    start = _word_start(plain, at, cursor)
    found = _SYMBOL.match(plain, start)
    if not found or not any(letter.isdigit() for letter in found[0]):
        return None
    words = found[0].rstrip(".-")
    if len(words) < 5 or words.count("/") < 2:
        return None
    kind: ReferenceKind = "resolution" if "/RES/" in words else "document"
    return ReferenceMention(start=start, end=start + len(words), words=words, kind=kind, target=words)


def _resolution(plain: str, at: int, cursor: int) -> ReferenceMention | None:
    low = max(cursor, at - 36)
    found = _RESOLUTION.search(plain, low, at + 40)
    if not found or not found.start() < at < found.end():
        return None
    return _mention(found, "resolution", f"resolution {found['number']}")


def _article_name(found: re.Match[str]) -> str:
    """The plain name of an article, however it was abbreviated: "Article 7(1)" or "Articles 1-3"."""
    numbers = re.sub(r" *- *", "-", " ".join(found["numbers"].split()))
    numbers = re.sub(r" \(", "(", numbers)
    many = re.search(r"[-,]|and|to|or", numbers)
    if found["paragraph"] and not many:
        numbers = f"{numbers}({found['paragraph'].split('(')[0].strip()})"
    return f"Article{'s' if many else ''} {numbers}"


def _paragraph(plain: str, at: int, cursor: int) -> ReferenceMention | None:
    found = _PARAGRAPH.search(plain, max(cursor, at - 12), at + 140)
    if not found or not found.start() < at + 1 or found.end() <= at:
        return None
    number = found["number"].strip()
    whole = " ".join(found["whole"].split()).rstrip(".") if found["of"] else ""
    kind: ReferenceKind = "article" if whole.startswith("Art") else "document"
    return _mention(found, kind, f"paragraph {number} of {whole}" if whole else f"paragraph {number}")


def _guide(plain: str, at: int, cursor: int) -> ReferenceMention | None:
    """A publication by its title in quotes."""
    found = _GUIDE.search(plain, max(cursor, at - 100), at + 120)
    if not found or not found.start() <= at < found.end():
        return _named(plain, at, cursor)
    return _mention(found, "document", " ".join((found["title"] or found["other"]).split()))


def _meeting(plain: str, at: int, cursor: int) -> ReferenceMention | None:
    """A meeting of the convention, by name or number."""
    start = at
    while start > cursor and plain[start - 1].isalnum():
        start -= 1
    if plain[start - 1 : start] == "/":
        return None
    low = max(cursor, start - 40)
    lead = _ORDINAL_START.search(plain, low, start) or _NUMBER_START.search(plain, low, start)
    found = (_MEETING.match(plain, lead.start()) if lead else None) or _MEETING.match(plain, start)
    return _mention(found, "meeting", meeting_name(found[0])) if found else None


def _named(plain: str, at: int, cursor: int) -> ReferenceMention | None:
    """A document by its proper name: "Vientiane Action Plan", "Beirut Progress Report"."""
    low = max(cursor, at - 70)
    while low < at and low > 0 and plain[low - 1].isalpha():
        low += 1
    place = low
    found = _NAMED.search(plain, place, at + 30)
    while found and found.end() <= at:
        found = _NAMED.search(plain, found.end(), at + 30)
    if not found or found.start("what") > at + 1:
        return None
    start = found.start()
    words = found["proper"].split()
    while words and words[0] in _FIRST_WORDS:
        start = plain.index(words.pop(0), start)
        start += len(plain[start:]) - len(
            plain[start:].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'-")
        )
    what = " ".join(found["what"].split())
    if not words or (what in _GENERIC and len(words) > 2):
        return None
    start = plain.index(words[0], start)
    kind: ReferenceKind = "action_plan" if what.startswith("Action") else "document"
    target = " ".join([*words, what.title() if what.islower() or "rogress" in what else what])
    return ReferenceMention(start=start, end=found.end(), words=plain[start : found.end()], kind=kind, target=target)


_FINDERS = {
    **dict.fromkeys(("http", "www."), _link),
    "/": _symbol,
    "esolution": _resolution,
    **dict.fromkeys(("rticle", "Art.", "Arts."), _article),
    **dict.fromkeys(("aragraph", "ara.", "paras"), _paragraph),
    **dict.fromkeys(("Guide", "Handbook", "Toolkit", "Manual", "Compendium"), _guide),
    "Action": _action,
}
