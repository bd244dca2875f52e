"""An agenda as an official document: provisional while it is a draft, with its version once it was released."""

from __future__ import annotations

from datetime import datetime

from corcom.documents.domain.official import Cell, Column, OfficialDocument
from corcom.kernel.languages import LANGUAGES
from corcom.kernel.wording import ENGLISH, Wording
from corcom.meetings.domain.agenda_json import AgendaJson, ItemJson
from corcom.register.domain.conventions import convention_name


def agenda_document(
    agenda: AgendaJson, wording: Wording = ENGLISH, *, made_at: datetime | None = None
) -> OfficialDocument:
    """An agenda, as `agenda_json` gives it, as a document; its `to_bytes` and `to_pdf` write it."""
    gettext, day = wording.gettext, wording.day(agenda["date"])
    draft = gettext("Draft agenda") if not agenda["version"] else gettext("Agenda")
    title = wording.listed((draft, agenda["body"], day))
    running = wording.listed((draft, agenda["body"], day), between=" · ")
    paper = OfficialDocument(title=title, wording=wording, running=running, made_at=made_at)
    convention = convention_name(agenda["convention"])
    left = [part for part in (gettext(convention) if convention else "", agenda["body"]) if part]
    paper.masthead(left, [draft, day, *_version(agenda, wording)])
    paper.title(draft)
    paper.line(wording.listed((_number(agenda, wording), day, _times(agenda, wording), agenda["place"])))
    if agenda["languages"]:
        named = wording.listed(gettext(LANGUAGES[code]) for code in agenda["languages"] if code in LANGUAGES)
        paper.line(gettext("Languages: %(languages)s") % {"languages": named})
    if not agenda["items"]:
        paper.numbered(gettext("Nothing stands on this agenda yet."))
    else:
        _items(paper, agenda, wording)
    return paper


def _items(paper: OfficialDocument, agenda: AgendaJson, wording: Wording) -> None:
    gettext = wording.gettext
    columns = (
        Column(head=gettext("Item"), width=1.4),
        Column(head=gettext("Title"), width=8.2),
        Column(head=gettext("Introduced by"), width=4.2),
        Column(head=gettext("Minutes"), width=2.2),
    )
    paper.table(columns, [_row(item, wording) for item in agenda["items"]])
    total = sum(item["minutes"] for item in agenda["items"])
    if total:
        paper.small(gettext("Minutes that were set aside: %(total)s") % {"total": total})


def _row(item: ItemJson, wording: Wording) -> tuple[Cell, ...]:
    papers = wording.gettext("Papers: %(names)s") % {"names": wording.listed(item["papers"])} if item["papers"] else ""
    lines = [part for part in (item["title"], *item["text"].splitlines(), papers) if part]
    return (str(item["number"]), lines, item["introduced_by"] or "–", str(item["minutes"] or "–"))


def _version(agenda: AgendaJson, wording: Wording) -> list[str]:
    return [wording.gettext("Version %(number)s") % {"number": agenda["version"]}] if agenda["version"] else []


def _number(agenda: AgendaJson, wording: Wording) -> str:
    if agenda["number"] is None:
        return ""
    number = wording.gettext("Meeting %(number)s") % {"number": agenda["number"]}
    return f"{number} {agenda['number_scope']}".strip()


def _times(agenda: AgendaJson, wording: Wording) -> str:
    times = "–".join(part for part in (agenda["start_time"], agenda["end_time"]) if part)
    return wording.gettext("%(times)s (time of %(zone)s)") % {"times": times, "zone": agenda["zone"]}
