"""What differs between two releases of a programme, in words, session by session."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from corcom.kernel.marked import Filled, gettext_noop
from corcom.programme.domain.programme_json import ProgrammeJson, SessionJson


def differences(before: ProgrammeJson, after: ProgrammeJson) -> tuple[Filled, ...]:
    """What `after` says otherwise than `before`, in its order; what is no more there comes last."""
    old = {one["uid"]: one for one in before["sessions"]}
    kept = {one["uid"] for one in after["sessions"]}
    found = [words for one in after["sessions"] for words in _of_session(old.get(one["uid"]), one)]
    found += [
        Filled(gettext_noop("“%(session)s” of %(day)s is taken off."), session=one["name"], day=_day(one))
        for uid, one in old.items()
        if uid not in kept
    ]
    return (*_of_meeting(before, after), *found)


def _of_meeting(before: ProgrammeJson, after: ProgrammeJson) -> Iterator[Filled]:
    if before["date"] != after["date"]:
        yield Filled(gettext_noop("The days of the meeting are others."))
    if before["place"] != after["place"]:
        yield Filled(gettext_noop("The place is %(place)s."), place=after["place"] or "–")
    if before["slots"] != after["slots"]:
        hours = ", ".join(f"{slot['start']}–{slot['end']}" for slot in after["slots"])
        yield Filled(gettext_noop("The meeting sits at other hours: %(hours)s."), hours=hours)


def _of_session(old: SessionJson | None, new: SessionJson) -> Iterator[Filled]:
    said = {"session": new["name"], "day": _day(new), "start": new["start"], "end": new["end"]}
    if old is None:
        yield Filled(gettext_noop("“%(session)s” is new: %(day)s, %(start)s–%(end)s."), **said)
        return
    if old["name"] != new["name"]:
        yield Filled(gettext_noop("“%(before)s” is called “%(session)s” now."), **said, before=old["name"])
    if old["day"] != new["day"]:
        yield Filled(
            gettext_noop("“%(session)s” is moved from %(before)s to %(day)s, %(start)s–%(end)s."),
            **said,
            before=_day(old),
        )
    elif (old["start"], old["end"]) != (new["start"], new["end"]):
        yield Filled(
            gettext_noop("“%(session)s” of %(day)s is at %(start)s–%(end)s instead of %(before)s."),
            **said,
            before=f"{old['start']}–{old['end']}",
        )
    if old["room"] != new["room"]:
        yield Filled(gettext_noop("“%(session)s” is in %(room)s."), **said, room=new["room"] or "–")
    if old["chairs"] != new["chairs"]:
        yield Filled(gettext_noop("“%(session)s” has as chairs: %(chairs)s."), **said, chairs=_chairs(new))
    for key, template in _LESS.items():
        if _plain(old, key) != _plain(new, key):
            yield Filled(template, **said)


_LESS: Mapping[str, str] = {
    "parts": gettext_noop("The parts of “%(session)s” are others."),
    "people": gettext_noop("Others have to be in “%(session)s”."),
    "note": gettext_noop("The note to “%(session)s” is another."),
}


def _plain(session: SessionJson, key: str) -> object:
    found: Mapping[str, object] = {"parts": session["parts"], "people": session["people"], "note": session["note"]}
    return found[key]


def _chairs(session: SessionJson) -> str:
    return ", ".join(chair["name"] for chair in session["chairs"]) or "–"


def _day(session: SessionJson) -> date:
    return date.fromisoformat(session["day"])
