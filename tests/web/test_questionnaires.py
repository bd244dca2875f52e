"""Questionnaires on the web: put together, opened, put to States, answered by link, and all answers together."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from typing import Any
from zipfile import ZipFile

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.mail import mail_settings
from tests.factories.questionnaires import a_form, answered, opened
from tests.factories.register import the_register
from tests.web.kept import hand
from tests.web.pages import tree, words

from corcom.directory.actions import record_contact, record_entry
from corcom.directory.domain.people import Affiliation, ContactPoint, Entry, Person
from corcom.documents.domain.tables import read_tables
from corcom.questionnaires import actions
from corcom.questionnaires.models import AskedState, HandedInAnswer, Questionnaire
from corcom.questionnaires.queries import asked_states, questionnaire
from corcom.web.day import moment

STATUS = "//p[@class='status-line']"
SAID = "//*[contains(@class,'messages')]//li"
ERRORS = "//*[contains(@class,'note-error')]//li"


@pytest.fixture(autouse=True)
def _mail(settings: LazySettings) -> None:
    settings.MAIL = mail_settings()


def going(*asked: str) -> int:
    """A questionnaire that takes answers now."""
    return opened(hand(), *asked, at=moment(), closes_at=moment() + timedelta(days=9))


def draft() -> int:
    return actions.start_questionnaire(form=a_form(), convention="CCM", by=hand(), at=moment())


def link(secretariat: Client, number: int, iso3: str) -> str:
    page = secretariat.get(f"/questionnaires/{number}/states/{iso3}/")
    return str(tree(page).xpath("//input[@id='link']/@value")[0]).removeprefix("http://testserver")


def save(client: Client, address: str, part: str, **values: str) -> int:
    page = client.get(address)
    (revision,) = tree(page).xpath(f"//section[@id='part-{part}']//input[@name='revision']/@value")
    return client.post(address, {"part": part, "revision": revision, "state": "changed", **values}).status_code


class TestPuttingTogether:
    def test_an_empty_list_offers_the_first_step(self, secretariat: Client) -> None:
        page = secretariat.get("/questionnaires/")
        assert tree(page).xpath("//main//a[.='New questionnaire']/@href") == ["/questionnaires/new/"] * 2

    def test_one_that_comes_with_corcom_is_complete_and_previewed_in_its_languages(self, secretariat: Client) -> None:
        page = secretariat.post("/questionnaires/new/", {"start": "ready-financing", "convention": "CCM"}, follow=True)
        number = Questionnaire.objects.get().pk
        assert words(page, "//h1") == ["Financing of the implementation support unit"]
        assert words(page, "//*[@role='status']") == []
        preview = secretariat.get(f"/questionnaires/{number}/preview/?language=es")
        assert words(preview, "//h1") == ["Financiación de la unidad de apoyo para la aplicación"]
        assert words(preview, "//fieldset[@disabled]//h2")[0] == "1: Lo que su Estado aporta hoy"
        assert words(preview, "//nav[@aria-label='Language of the questions']/*") == ["English", "French", "Spanish"]

    def test_from_nothing(self, secretariat: Client) -> None:
        secretariat.post("/questionnaires/new/", {"start": "empty", "convention": ""})
        number = Questionnaire.objects.get().pk
        here = f"/questionnaires/{number}"
        head = {"title-en": "Ways", "intro-en": "", "chosen": ["en", "fr"], "revision": "1"}
        assert secretariat.post(f"{here}/words/", head)["Location"] == f"{here}/words/"
        secretariat.post(f"{here}/words/", {**head, "title-fr": "Voies", "revision": "2"})
        secretariat.post(f"{here}/parts/new/", {"title-en": "Money", "title-fr": "Argent", "revision": "3"})
        question = {"part": "p1", "name-en": "Pick", "name-fr": "Choisir", "kind": "choice", "revision": "4"}
        question |= {"choices-en": "a\nb", "choices-fr": "à"}
        assert secretariat.post(f"{here}/questions/p1/", question)["Location"] == f"{here}/#p1"
        page = secretariat.get(f"{here}/")
        assert words(page, "//*[@role='status']//li") == [
            "Money – Pick – French: An answer to choose from is not written in this language."
        ]
        secretariat.post(f"{here}/questions/q1/", {**question, "choices-fr": "à\nb", "revision": "5"})
        table = {"part": "p1", "name-en": "Paid", "name-fr": "Payé", "kind": "table", "revision": "6"}
        table |= {"columns-en": "Year\nFrancs", "columns-fr": "Année\nFrancs", "column-1": "year", "column-2": "number"}
        secretariat.post(f"{here}/questions/p1/", table)
        page = secretariat.get(f"{here}/")
        assert words(page, "//*[@role='status']") == []
        assert words(page, "//li/div/p") == ["Pickone of several answers: a, b", "Paida table: Year, Francs"]
        moved = {"step": "down", "code": "q1", "revision": "7"}
        secretariat.post(f"{here}/step/", moved)
        page = secretariat.get(f"{here}/away/q2/")
        assert words(page, "//form//h2") == ["Paid"]
        secretariat.post(f"{here}/away/q2/", {"revision": "8"})
        found = questionnaire(number=number)
        assert found is not None
        assert [one.code for one in found.form.questions] == ["q1"]

    def test_the_second_of_two_is_told_and_saves_again(self, secretariat: Client) -> None:
        number = draft()
        here = f"/questionnaires/{number}/parts/p1/"
        secretariat.post(here, {"title-en": "Funds", "title-fr": "Fonds", "revision": "1"})
        page = secretariat.post(here, {"title-en": "Means", "title-fr": "Moyens", "revision": "1"})
        assert page.status_code == 400
        assert words(page, ERRORS)[0].startswith("Anna Lindqvist changed the questionnaire while you wrote.")
        (revision,) = tree(page).xpath("//input[@name='revision']/@value")
        secretariat.post(here, {"title-en": "Means", "title-fr": "Moyens", "revision": revision})
        found = questionnaire(number=number)
        assert found is not None
        assert found.form.parts[0].title["en"] == "Means"

    def test_a_table_is_not_wider_than_a_page(self, secretariat: Client) -> None:
        number = draft()
        wide = {"part": "p1", "name-en": "X", "kind": "table", "revision": "1"}
        page = secretariat.post(
            f"/questionnaires/{number}/questions/p1/", {**wide, "columns-en": "\n".join("abcdefghi")}
        )
        assert words(page, ERRORS) == [
            "Columns, one on each line (English): A table has at most 8 columns, so that it fits on a page."
        ]

    def test_what_is_missing_keeps_it_from_being_opened(self, secretariat: Client) -> None:
        secretariat.post("/questionnaires/new/", {"start": "empty", "convention": ""})
        number = Questionnaire.objects.get().pk
        page = secretariat.get(f"/questionnaires/{number}/open/")
        assert words(page, "//*[@role='status']//li") == [
            "English: The title is not written in this language.",
            "Add a part with questions.",
        ]
        assert words(page, "//main//form") == []

    def test_a_draft_is_for_those_who_put_it_together(self, reader: Client) -> None:
        number = draft()
        page = reader.get("/questionnaires/")
        assert words(page, "//table//tbody//th") == []
        found = [
            reader.get(f"/questionnaires/{number}/").status_code,
            reader.get(f"/questionnaires/{number}/preview/").status_code,
            reader.get("/questionnaires/new/").status_code,
            reader.post(f"/questionnaires/{number}/letters/").status_code,
        ]
        assert found == [404, 403, 403, 403]

    def test_what_is_open_is_not_put_together_any_more(self, secretariat: Client) -> None:
        number = going()
        found = [
            secretariat.get(f"/questionnaires/{number}/{page}/").status_code
            for page in ("words", "parts/p1", "questions/q1", "away/q1", "preview")
        ]
        assert found == [404] * 5


class TestAsking:
    def test_opened_and_put_to_states_by_group_and_by_name(self, secretariat: Client) -> None:
        the_register()
        number = draft()
        day = (moment() + timedelta(days=20)).date().isoformat()
        sent = {"closes_on": day, "closes_time": "18:00", "zone": "Europe/Zurich", "revision": "1"}
        assert secretariat.post(f"/questionnaires/{number}/open/", sent)["Location"].endswith("/ask/")
        page = secretariat.get(f"/questionnaires/{number}/ask/")
        assert words(page, "//form//strong")[:3] == ["States Parties", "Signatories", "States not party"]
        sent = {"group": "group-ASEAN", "code": "HRV", "others": "Holy See\nthe Netherlands", "language": "fr"}
        page = secretariat.post(f"/questionnaires/{number}/ask/", sent, follow=True)
        asked = [one.iso3 for one in asked_states(number=number)]
        assert {"HRV", "VAT", "NLD", "LAO"} <= set(asked)
        assert words(page, SAID) == [
            f"{len(asked)} States are asked, each with a link of its own. Nothing was sent.",
        ]
        again = secretariat.post(f"/questionnaires/{number}/ask/", {"code": "HRV", "language": "en"})
        assert words(again, ERRORS) == ["Choose at least one State that is not asked yet."]
        unknown = secretariat.post(f"/questionnaires/{number}/ask/", {"others": "Atlantis\nICRC", "language": "en"})
        assert words(unknown, ERRORS) == [
            "Other States, one on each line: The register knows no State “Atlantis”, “ICRC”."
        ]

    def test_each_state_is_written_to_in_its_own_language_where_the_questionnaire_has_it(
        self, secretariat: Client
    ) -> None:
        for state, languages in (("BEL", ("fr",)), ("CHL", ("es", "fr")), ("AUT", ())):
            record_entry(
                entry=Entry(
                    person=Person(name=f"X {state}", languages=languages),
                    affiliations=(Affiliation(delegation=state),),
                    contacts=(ContactPoint(value=f"{state.lower()}@mission.example", purpose="invitations"),),
                ),
                at=moment(),
            )
        number = going()
        sent = {"code": ["BEL", "CHL", "AUT"], "language": "en"}
        secretariat.post(f"/questionnaires/{number}/ask/", sent)
        assert [(one.iso3, one.address, one.language) for one in asked_states(number=number)] == [
            ("AUT", "aut@mission.example", "en"),
            ("BEL", "bel@mission.example", "fr"),
            ("CHL", "chl@mission.example", "en"),
        ]

    def test_an_address_that_the_directory_got_later_is_looked_up(self, secretariat: Client) -> None:
        number = going("AUT")
        AskedState.objects.update(address="")
        here = f"/questionnaires/{number}/"
        again = {"step": "addresses"}
        nothing = secretariat.post(f"{here}step/", again, follow=True)
        assert words(nothing, SAID) == ["The directory has no address for invitations of any of them."]
        contact = ContactPoint(value="vienna@aut.example", purpose="invitations")
        record_contact(contact=contact, delegation="AUT", at=moment())
        page = secretariat.post(f"{here}step/", again, follow=True)
        assert words(page, SAID) == ["The directory has the address of 1 more."]
        assert words(page, "//div[@class='verbs']//button[@name='kind']") == ["Prepare 1 invitation"]

    def test_those_who_have_not_answered(self, reader: Client) -> None:
        number = going("HRV", "CHE", "NOR")
        answered(number, "CHE", at=moment(), q1="1")
        page = reader.get(f"/questionnaires/{number}/?answer=nothing")
        assert [row[0].strip() for row in _tables(page)] == ["Croatia", "Norway"]

    def test_the_closing_day_has_not_passed(self, secretariat: Client) -> None:
        number = draft()
        sent = {"closes_on": "2020-01-01", "closes_time": "18:00", "zone": "Europe/Zurich", "revision": "1"}
        page = secretariat.post(f"/questionnaires/{number}/open/", sent)
        assert words(page, ERRORS) == ["The last day for answers has passed already. Choose a later one."]

    def test_letters_wait_in_the_outbox(self, secretariat: Client) -> None:
        number = going("HRV", "CHE")
        here = f"/questionnaires/{number}/"
        assert words(secretariat.get(here), "//div[@class='verbs']//button[@name='kind']") == ["Prepare 2 invitations"]
        page = secretariat.post(f"{here}letters/", {"kind": "invitation"}, follow=True)
        assert words(page, SAID) == ["2 letters wait in the outbox, where they can be released."]
        assert words(page, "//div[@class='verbs']//button[@name='kind']") == []

    def test_a_link_is_withdrawn_and_another_given(self, secretariat: Client, visitor: Client) -> None:
        number = going("HRV")
        first = link(secretariat, number, "HRV")
        here = f"/questionnaires/{number}/states/HRV/link/"
        secretariat.post(here, {"step": "withdraw"})
        assert visitor.get(first).status_code == 410
        secretariat.post(here, {"step": "renew"})
        assert (visitor.get(first).status_code, visitor.get(link(secretariat, number, "HRV")).status_code) == (410, 200)


class TestAnswering:
    SAID = {"hand": "Ana Horvat", "office": "Ministry", "quoting": "without_name"}

    def test_by_link_in_versions(self, secretariat: Client, visitor: Client) -> None:
        number = going("HRV")
        address = link(secretariat, number, "HRV")
        assert save(visitor, address, "1", **{"v-q1": "1 250,5", "r-q2-0-k1": "2035", "r-q2-0-k2": "10"}) == 302
        hand_in = address.replace("/questionnaire/", "/questionnaire/hand-in/")
        page = visitor.get(hand_in)
        assert words(page, "//*[@role='status']//strong") == ["3 questions are left open"]
        missing = visitor.post(hand_in, {"hand": "", "office": "", "quoting": ""})
        assert words(missing, ERRORS) == [
            "Name: Write your name, so that the secretariat knows who answers for the State.",
            "Office or function: Write your office or function.",
            "How the answer may be used: Choose how the answer may be used.",
        ]
        page = visitor.post(hand_in, self.SAID, follow=True)
        assert words(page, SAID)[0].startswith("Thank you. The answer is handed in (version 1)")
        save(visitor, address, "1", **{"v-q1": "2000"})
        assert "What was changed since is saved, but not handed in yet." in words(visitor.get(address), "//main")[0]
        visitor.post(hand_in, self.SAID)
        (asked,) = asked_states(number=number)
        assert [one.answers["1"].text("q1") for one in asked.versions] == ["1250.5", "2000"]
        page = secretariat.get(f"/questionnaires/{number}/states/HRV/")
        assert [text.partition(" –")[0] for text in words(page, "//section/h2")] == ["Version 2", "Version 1"]

    def test_what_cannot_be_read_is_named_and_the_rest_kept(self, secretariat: Client, visitor: Client) -> None:
        address = link(secretariat, going("HRV"), "HRV")
        sent = {"part": "2", "revision": "0", "state": "changed", "v-q4": "No law.", "v-q3": "perhaps"}
        page = visitor.post(address, sent)
        assert page.status_code == 400
        assert words(page, "//ul[@role='alert']/li") == [
            "“perhaps” is none of the answers to choose from: by law, by decree."
        ]
        assert words(visitor.get(address), "//textarea") == ["No law."]

    def test_the_second_of_two_hands_sees_what_the_first_wrote(self, secretariat: Client, visitor: Client) -> None:
        address = link(secretariat, going("HRV"), "HRV")
        visitor.post(address, {"hand": "Ana"})
        sent = {"part": "2", "revision": "0", "state": "changed"}
        visitor.post(address, {**sent, "v-q4": "from Ana"})
        page = Client().post(address, {**sent, "v-q4": "from Ivo"})
        assert page.status_code == 409
        assert words(page, "//div[@role='alert']//p/bdi") == ["from Ana"]
        assert words(page, "//textarea") == ["from Ivo"]

    def test_after_the_closing_day_it_is_read_and_not_written(self, secretariat: Client, visitor: Client) -> None:
        number = going("HRV", "CHE")
        address, other = link(secretariat, number, "HRV"), link(secretariat, number, "CHE")
        answered(number, "HRV", at=moment(), q4="No law.")
        Questionnaire.objects.update(closes_at=moment())
        assert words(visitor.get(address), "//dd")[-1] == "No law."
        assert "Your State handed in no answer." in words(visitor.get(other), "//main//p")
        visitor.post(address, {"part": "2", "revision": "1", "state": "changed", "v-q4": "Late."})
        visitor.post(address.replace("/questionnaire/", "/questionnaire/hand-in/"), self.SAID)
        assert HandedInAnswer.objects.count() == 1

    def test_a_letter_is_filed_with_day_channel_and_file(self, secretariat: Client) -> None:
        number = going("HRV")
        here = f"/questionnaires/{number}/states/HRV/"
        save(secretariat, f"{here}write/", "2", **{"v-q4": "No law."})
        file = SimpleUploadedFile("note.pdf", b"%PDF-1.4", content_type="application/pdf")
        sent = {**self.SAID, "channel": "letter", "received_on": "2026-01-02", "file": file}
        page = secretariat.post(f"{here}hand-in/", sent, follow=True)
        assert words(page, "//section[@class='report-version']/dl[1]/div/dd") == [
            "Ana Horvat, Ministry",
            "2 January 2026, by letter · note.pdf",
            "it may be quoted, but without our name",
            "Anna Lindqvist",
        ]
        early = secretariat.post(f"{here}hand-in/", {**sent, "file": "", "received_on": "2126-01-02"})
        assert words(early, ERRORS) == ["The day on which it came has not come yet."]

    def test_a_link_of_another_questionnaire_and_junk_open_nothing(self, visitor: Client) -> None:
        assert visitor.get("/questionnaire/?key=junk").status_code == 403

    def test_the_answer_of_a_state_is_for_those_who_put_the_questionnaire(self, reader: Client) -> None:
        number = going("HRV")
        answered(number, "HRV", at=moment(), quoting="counted_only", q4="Secret words.")
        found = [reader.get(f"/questionnaires/{number}/states/HRV/{page}").status_code for page in ("", "write/")]
        assert found == [403, 403]
        for page in ("", "answers/", "answers/csv/", "answers/docx/"):
            answer = reader.get(f"/questionnaires/{number}/{page}")
            assert (answer.status_code, b"Secret words." in answer.content) == (200, False)


class TestTogether:
    def test_the_page(self, secretariat: Client) -> None:
        number = going("HRV", "CHE", "NOR", "FJI")
        answered(number, "HRV", at=moment(), q1="100", q3="c1", q4="No law.", q2=({"k1": "2035", "k2": "5"},))
        answered(number, "CHE", at=moment(), quoting="counted_only", q1="300", q3="c1", q4="Secret.")
        page = secretariat.get(f"/questionnaires/{number}/answers/")
        assert words(page, STATUS)[0].startswith("2 of 4 States answered · as of ")
        rows = [[" ".join(words_.split()) for words_ in row] for row in _tables(page)]
        assert rows == [
            ["Asia-Pacific States", "0 of 1", "–"],
            ["Eastern European States", "1 of 1", "Croatia"],
            ["Western European and other States", "1 of 2", "Switzerland"],
            ["2", "400", "200", "200"],
            ["Croatia", "100"],
            ["Croatia", "2035", "5"],
            ["Total of all States", "", "5"],
            ["by law", "2", "Croatia"],
            ["by decree", "0", "–"],
            ["Croatia", "No law."],
            ["yes", "0", "–"],
            ["no", "0", "–"],
        ]

    def test_as_of_an_earlier_day_there_was_nothing(self, secretariat: Client) -> None:
        number = going("HRV")
        assert secretariat.get(f"/questionnaires/{number}/answers/?as_of=2020-01-01").status_code == 404

    def test_those_who_may_only_read_see_no_other_day_and_no_total_that_tells_the_answer_of_one(
        self, reader: Client, secretariat: Client
    ) -> None:
        """Neither on the page, nor in a file, whoever takes it."""
        number = going("HRV", "CHE", "NOR")
        here = f"/questionnaires/{number}/answers/"
        answered(number, "HRV", at=moment(), q1="100", q3="c1")
        answered(number, "CHE", at=moment(), quoting="counted_only", q1="31", q3="c2")
        page = reader.get(f"{here}?as_of={moment().date() - timedelta(days=1)}", follow=True)
        assert page.redirect_chain == [(here, 302)]
        assert words(page, SAID)[0].startswith("Answers together are shown as they are told now")
        assert "States that are quoted here: 1. Totals and counts are withheld." in words(page, "//main//section/p")
        pages = [page, secretariat.get(f"{here}?told"), secretariat.get(here)]
        assert [words(each, "//main")[0].count("131") for each in pages] == [0, 0, 1]
        for client in (reader, secretariat):
            tables = read_tables(("answers.xlsx", client.get(f"{here}xlsx/").content))
            assert [[*row.cells.values()] for each in tables if each.sheet == "Counts" for row in each.rows] == [
                ["How much each year", "States that are quoted", "1"],
                ["Paid so far", "States that are quoted", "0"],
                ["Which way", "States that are quoted", "1"],
                ["What stands in the way", "States that are quoted", "0"],
                ["For several years", "States that are quoted", "0"],
            ]

    def test_an_answer_after_it_was_opened_again_is_told_together_with_others_only(self, reader: Client) -> None:
        codes = ("HRV", "CHE", "NOR", "FJI")
        number = going(*codes)
        for iso3 in codes[:3]:
            answered(number, iso3, at=moment(), quoting="counted_only", q1="10")
        anna, until = hand(), moment() + timedelta(days=9)
        actions.close_questionnaire(number=number, by=anna, at=moment())
        actions.move_closing_day(number=number, closes_at=until, by=anna, at=moment())
        answered(number, "FJI", at=moment(), quoting="counted_only", q1="7")
        actions.close_questionnaire(number=number, by=anna, at=moment())
        page = reader.get(f"/questionnaires/{number}/answers/")
        assert words(page, STATUS)[0].startswith("3 of 4 States answered · as of ")
        assert ["3", "30", "10", "10"] in _tables(page)
        assert words(page, "//*[@class='page-content']/ul/li")[-1].startswith(
            "Since then it was opened again (States that answered anew: 1)."
        )

    def test_the_files(self, reader: Client) -> None:
        number = going("HRV")
        answered(number, "HRV", at=moment(), q1="100", q4="No law.", q2=({"k1": "2035", "k2": "5"},))
        here = f"/questionnaires/{number}/answers"
        rows = reader.get(f"{here}/csv/").content.decode("utf-8-sig").splitlines()
        assert rows == [
            "Part,Question,Code,State,Answer",
            "Money,How much each year,HRV,Croatia,100",
            "Money,Paid so far: Year,HRV,Croatia,2035",
            "Money,Paid so far: Francs,HRV,Croatia,5",
            "Ways,What stands in the way,HRV,Croatia,No law.",
        ]
        sheets = ZipFile(io.BytesIO(reader.get(f"{here}/xlsx/").content)).read("xl/workbook.xml").decode()
        assert re.findall(r'sheet name="([^"]*)"', sheets) == ["Answers", "Who was asked", "Counts", "1 Paid so far"]
        text = ZipFile(io.BytesIO(reader.get(f"{here}/docx/").content)).read("word/document.xml").decode()
        assert "No law." in text
        assert reader.get(f"{here}/pdf/").content[:5] == b"%PDF-"


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("page", "queries"), [("", 7), ("answers/", 6)])
def test_pages_take_as_many_queries_for_three_states_as_for_one(
    secretariat: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int, page: str, queries: int
) -> None:
    codes = ("HRV", "CHE", "NOR")[:count]
    number = going(*codes)
    for iso3 in codes:
        answered(number, iso3, at=moment(), q1="1", q4="No law.")
    address = f"/questionnaires/{number}/{page}"
    secretariat.get(address)
    with django_assert_num_queries(queries):
        secretariat.get(address)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_for_three_as_for_one(
    secretariat: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for _ in range(count):
        going("HRV")
    secretariat.get("/questionnaires/")
    with django_assert_num_queries(3):
        secretariat.get("/questionnaires/")
    assert AskedState.objects.count() == count


def _tables(page: Any) -> list[list[str]]:
    rows = tree(page).xpath("//main//tbody/tr")
    return [[cell.text_content() for cell in row.xpath("./*")] for row in rows]
