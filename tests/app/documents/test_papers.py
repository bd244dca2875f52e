from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from pytest_django import DjangoAssertNumQueries
from tests.factories.papers import DETAILS, EVERY_CIRCLE, a_file, a_paper, a_version, for_whom
from tests.factories.rows import AT
from tests.factories.word import paragraph, word_file

from corcom.documents import actions
from corcom.documents.domain.circles import Circle, up_to
from corcom.documents.domain.errors import MacroFound
from corcom.documents.domain.symbols import NotASymbol
from corcom.documents.models import DocumentStep, LanguageVersion, RegisteredDocument, StoredFile, WithdrawnVersion
from corcom.documents.queries import (
    DocumentsWanted,
    NoSuchDocument,
    NoSuchVersion,
    document_for,
    documents_for,
    documents_found,
    documents_matching,
    history_for,
    proposed_after,
    proposed_symbols,
    version_for,
)
from corcom.kernel.errors import ChangedMeanwhile

HAND: dict[str, Any] = {"by": "clerk", "at": AT}
SECRETARIAT = for_whom("secretariat")


def test_a_document_is_registered_with_a_translation_for_each_language() -> None:
    number = a_paper("committee")
    found = document_for(SECRETARIAT, number=number)
    assert (found.title, found.symbol, found.circle, found.versions) == (DETAILS.title, DETAILS.symbol, "committee", ())
    assert {one.language: one.state for one in found.translations} == dict.fromkeys(
        ("ar", "zh", "en", "fr", "ru", "es"), "not_begun"
    )
    assert [(step.kind, step.by) for step in history_for(SECRETARIAT, number=number)] == [("registered", "clerk")]


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"title": "  "}, "title"),
        ({"title": "x" * 501}, "title"),
        ({"convention": "XYZ"}, "convention"),
        ({"kind": "poem"}, "kind"),
        ({"original_language": "de"}, "original_language"),
        ({"body": ""}, "meeting_on"),
    ],
)
def test_what_cannot_be_said_of_a_document_is_refused(changes: dict[str, Any], wrong: str) -> None:
    with pytest.raises(actions.DetailsRefused) as refused:
        a_paper(**changes)
    assert (refused.value.wrong, RegisteredDocument.objects.count(), DocumentStep.objects.count()) == (wrong, 0, 0)


def test_a_symbol_is_given_once() -> None:
    number = a_paper()
    with pytest.raises(actions.SymbolTaken) as refused:
        a_paper(title="Another")
    assert (refused.value.symbol, refused.value.document) == ("CCM/MSP/2016/1", number)
    with pytest.raises(NotASymbol):
        a_paper(symbol="one")
    # Papers without a symbol may be many.
    assert a_paper(symbol="") != a_paper(symbol="")


def test_the_next_symbols_are_proposed() -> None:
    a_paper(symbol="CCM/MSP/2016/7")
    proposed = proposed_symbols(convention="CCM", meeting=6, year=2016)
    assert [one.symbol for one in proposed][:2] == ["CCM/MSP/2016/8", "CCM/MSP/2016/INF/1"]
    a_paper(symbol="CCM/MSP/2016/7/Rev.1")
    assert proposed_after(symbol="CCM/MSP/2016/7") == {
        "Rev": "CCM/MSP/2016/7/Rev.2",
        "Add": "CCM/MSP/2016/7/Add.1",
        "Corr": "CCM/MSP/2016/7/Corr.1",
    }


def test_the_second_of_two_who_change_a_document_is_told() -> None:
    number = a_paper()
    said = replace(DETAILS, title="Report")
    assert actions.change_document(number=number, version=1, details=said, **HAND) is True
    with pytest.raises(ChangedMeanwhile) as refused:
        actions.change_document(number=number, version=1, details=replace(DETAILS, kind="other"), by="anna", at=AT)
    assert (refused.value.version, refused.value.by) == (2, "clerk")
    assert actions.change_document(number=number, version=2, details=said, **HAND) is False
    step = history_for(SECRETARIAT, number=number)[0]
    assert (step.kind, step.before, step.after) == ("changed", {"title": DETAILS.title}, {"title": "Report"})


def test_a_document_is_opened_to_more_only_by_who_is_sure() -> None:
    number = a_paper("committee")
    with pytest.raises(actions.OpensWider) as refused:
        actions.change_circle(number=number, version=1, circle="public", **HAND)
    assert (refused.value.before, refused.value.after) == ("committee", "public")
    assert actions.change_circle(number=number, version=1, circle="secretariat", **HAND) is True
    assert actions.change_circle(number=number, version=2, circle="states_parties", sure=True, **HAND) is True
    with pytest.raises(ChangedMeanwhile):
        actions.change_circle(number=number, version=2, circle="public", sure=True, **HAND)


def test_versions_are_drafts_until_they_are_released_and_supersede_each_other() -> None:
    number = a_paper()
    first = a_version(number, released=False)
    assert documents_for(for_whom("committee")) == []
    actions.release_version(number=number, version=first, **HAND)
    second = a_version(number, words="Second")
    standings = [(one.number, one.standing) for one in document_for(SECRETARIAT, number=number).versions]
    assert standings == [(2, "released"), (1, "superseded")]
    assert [one.key for one in document_for(for_whom("public"), number=number).versions] == [second]
    with pytest.raises(actions.AlreadyReleased):
        actions.release_version(number=number, version=second, **HAND)
    with pytest.raises(NoSuchVersion):
        version_for(for_whom("public"), number=number, version=first)
    assert version_for(for_whom("public"), number=number, version=second).name == "CCM_MSP_2016_1_EN.docx"


def test_an_earlier_draft_is_not_released_over_a_later_version() -> None:
    number = a_paper()
    first, second = a_version(number, released=False), a_version(number, words="Second", released=False)
    with pytest.raises(actions.NotTheLatest) as refused:
        actions.release_version(number=number, version=first, **HAND)
    assert (refused.value.number, refused.value.later) == (1, 2)
    actions.withdraw_version(number=number, version=second, reason="Wrong file", **HAND)
    actions.release_version(number=number, version=first, **HAND)
    with pytest.raises(actions.AlreadyWithdrawn):
        actions.release_version(number=number, version=second, **HAND)
    assert [one.key for one in document_for(for_whom("public"), number=number).versions] == [first]


def test_a_version_is_withdrawn_with_its_reason() -> None:
    number = a_paper()
    key = a_version(number)
    with pytest.raises(actions.ReasonMissing):
        actions.withdraw_version(number=number, version=key, reason=" ", **HAND)
    actions.withdraw_version(number=number, version=key, reason="Issued in error", **HAND)
    shown = document_for(for_whom("public"), number=number).versions[0]
    assert (shown.standing, shown.reason, shown.may_open, shown.withdrawn_by) == (
        "withdrawn",
        "Issued in error",
        False,
        "",
    )
    with pytest.raises(NoSuchVersion):
        version_for(for_whom("public"), number=number, version=key)
    with pytest.raises(actions.AlreadyWithdrawn):
        actions.withdraw_version(number=number, version=key, reason="Again", **HAND)


@pytest.mark.parametrize("column", ["language", "number", "note", "released_at", "file"])
def test_the_database_refuses_every_change_of_a_released_version(column: str) -> None:
    key = a_version(a_paper())
    other = LanguageVersion.objects.get(pk=a_version(a_paper(symbol=""), words="Other")).file_id
    new = {"language": "fr", "number": 9, "note": "x", "released_at": None, "file": other}[column]
    with pytest.raises(IntegrityError), transaction.atomic():
        LanguageVersion.objects.filter(pk=key).update(**{column: new})
    assert LanguageVersion.objects.get(pk=key).released_at == AT


def test_the_database_refuses_to_change_its_file_its_history_and_its_withdrawal() -> None:
    number = a_paper()
    key = a_version(number)
    actions.withdraw_version(number=number, version=key, reason="Issued in error", **HAND)
    for rows, change in (
        (StoredFile.objects.filter(pk=LanguageVersion.objects.get(pk=key).file_id), {"sha256": "0" * 64}),
        (DocumentStep.objects.filter(document=number), {"note": "x"}),
        (WithdrawnVersion.objects.filter(version=key), {"reason": "x"}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**change)


def test_a_released_version_cannot_be_deleted() -> None:
    number = a_paper()
    key = a_version(number)
    with pytest.raises(ProtectedError):
        LanguageVersion.objects.get(pk=key).delete()
    with pytest.raises(ProtectedError):
        RegisteredDocument.objects.get(pk=number).delete()


def test_a_draft_may_still_change_hands() -> None:
    key = a_version(a_paper(), released=False)
    assert LanguageVersion.objects.filter(pk=key).update(note="For the cover") == 1


def test_a_file_with_macros_leaves_nothing_behind() -> None:
    number = a_paper()
    content = word_file(paragraph("x"), extra={"word/vbaProject.bin": b"\x01"})
    with pytest.raises(MacroFound):
        actions.add_version(number=number, language="en", content=content, name="a.docx", **HAND)
    assert (StoredFile.objects.count(), LanguageVersion.objects.count()) == (0, 0)
    assert [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()] == []


def test_the_same_file_is_no_new_version_and_another_language_is_ready_when_it_is_there() -> None:
    number = a_paper()
    a_version(number)
    with pytest.raises(actions.SameFile) as refused:
        actions.add_version(number=number, language="en", content=a_file("Draft"), name="again.docx", **HAND)
    assert refused.value.number == 1
    actions.add_version(number=number, language="fr", content=a_file("Projet"), name="fr.docx", **HAND)
    found = document_for(SECRETARIAT, number=number)
    assert (found.state_of("en"), found.state_of("fr"), found.state_of("es")) == ("released", "ready", "not_begun")


def test_a_translation_is_under_way_with_a_day_and_a_translator() -> None:
    number = a_paper()
    said: dict[str, Any] = {"number": number, "language": "fr", "version": 1, "said": "in_translation", **HAND}
    for wrong, values in (("due_on", {"translator": "UNOG"}), ("translator", {"due_on": date(2016, 7, 1)})):
        with pytest.raises(actions.TranslationRefused) as refused:
            actions.say_translation(**said, **values)
        assert refused.value.wrong == wrong
    assert actions.say_translation(**said, due_on=date(2016, 7, 1), translator="UNOG") is True
    with pytest.raises(actions.TranslationChanged) as changed:
        actions.say_translation(**said, due_on=date(2016, 8, 1), translator="UNOG")
    assert (changed.value.version, changed.value.by) == (2, "clerk")
    found = next(one for one in document_for(SECRETARIAT, number=number).translations if one.language == "fr")
    assert (found.state, found.due_on, found.translator) == ("in_translation", date(2016, 7, 1), "UNOG")


@pytest.mark.parametrize("reader", EVERY_CIRCLE)
def test_each_circle_finds_what_is_for_it_and_nothing_else(reader: Circle) -> None:
    numbers = {circle: a_paper(circle, symbol=f"CCM/MSP/2016/{at}") for at, circle in enumerate(EVERY_CIRCLE, 1)}
    for number in numbers.values():
        a_version(number, words=f"Report {number}")
    a_paper("public", symbol="CCM/MSP/2016/9", title="A draft of a report")
    for whom in (for_whom(reader), for_whom(reader, at=AT + timedelta(days=400))):
        may = {numbers[circle] for circle in up_to(reader)}
        drafts = {RegisteredDocument.objects.get(symbol="CCM/MSP/2016/9").pk} if reader == "secretariat" else set()
        assert {one.number for one in documents_for(whom)} == may | drafts
        assert {one.number for one in documents_matching(whom, words="report")} == may | drafts
        assert {one.number for one in documents_matching(whom, words="CCM/MSP/2016/4")} == may & {
            numbers["secretariat"]
        }
        for number in set(numbers.values()) - may:
            with pytest.raises(NoSuchDocument):
                document_for(whom, number=number)
            with pytest.raises(NoSuchDocument):
                history_for(whom, number=number)
            with pytest.raises(NoSuchDocument):
                version_for(whom, number=number, version=LanguageVersion.objects.get(document=number).pk)
    # A circle of one convention is none of another.
    assert {one.number for one in documents_for(for_whom(reader, convention="APMBC"))} == {numbers["public"]}


def test_before_a_version_is_released_nobody_outside_finds_it() -> None:
    number = a_paper()
    a_version(number, at=AT + timedelta(hours=1))
    assert documents_for(for_whom("committee")) == []
    assert [one.number for one in documents_for(for_whom("public", at=AT + timedelta(hours=1)))] == [number]


def test_a_list_is_narrowed_and_counted_among_what_the_reader_may_see() -> None:
    first = a_paper(kind="agenda")
    a_version(first)
    second = a_paper("states_parties", symbol="CCM/MSP/2016/10")
    a_version(second)
    a_version(second, "fr", "Projet")
    found = documents_found(for_whom("committee"), wanted=DocumentsWanted(convention="CCM"), sort="symbol")
    assert [one.number for one in found.documents] == [first, second]
    assert (dict(found.by_kind), dict(found.by_language)) == ({"agenda": 1, "report": 1}, {"en": 2, "fr": 1})
    assert dict(found.by_meeting) == {("Meeting of States Parties", date(2016, 9, 5)): 2}
    public = documents_found(for_whom("public"), wanted=DocumentsWanted())
    assert (dict(public.by_circle), dict(public.by_language)) == ({"public": 1}, {"en": 1})
    french = documents_found(for_whom("committee"), wanted=DocumentsWanted(language="fr"))
    assert [one.number for one in french.documents] == [second]
    waiting = documents_found(SECRETARIAT, wanted=DocumentsWanted(language="fr", state="not_begun"))
    assert [one.number for one in waiting.documents] == [first]
    assert documents_found(SECRETARIAT, wanted=DocumentsWanted(until=date(2016, 5, 1))).documents == ()


@pytest.mark.parametrize("rows", [1, 3])
def test_a_list_costs_three_queries(rows: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for at in range(rows):
        a_version(a_paper(symbol=f"CCM/MSP/2016/{at + 1}"), words=f"Draft {at}")
    with django_assert_num_queries(3):
        assert len(documents_found(for_whom("public"), wanted=DocumentsWanted()).documents) == rows


def test_documents_follow_a_meeting_that_is_moved() -> None:
    number = a_paper()
    before, after = date(2016, 9, 5), date(2016, 9, 12)
    moved = actions.follow_moved_meeting(convention="CCM", body=DETAILS.body, before=before, after=after, **HAND)
    assert (moved, document_for(SECRETARIAT, number=number).meeting_on) == (1, after)
    assert history_for(SECRETARIAT, number=number)[0].after == {"meeting_on": "2016-09-12"}
