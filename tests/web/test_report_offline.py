"""A report taken home as a file, sent back, looked at, and taken into the draft: the same data as by the page."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document
from tests.factories.filled_forms import REASON, filled_in, saved
from tests.factories.register import the_register
from tests.web.pages import tree, words

from corcom.reporting.domain.answers import answers_json
from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.queries import kept_forms, report_versions

PART = "//section[contains(@class, 'report-part')]"


@pytest.fixture(autouse=True)
def _register(settings: LazySettings) -> None:
    settings.TODAY = date(2026, 11, 10)
    the_register()


def page_of(iso3: str = "CHE", year: int = 2025) -> str:
    return f"/conventions/CCM/reports/{iso3}/annual-report/{year}/"


def wanted(iso3: str = "CHE") -> ReportWanted:
    return ReportWanted(convention="CCM", iso3=iso3, report="annual-report", period=2025)


def link(secretariat: Client, page: str) -> str:
    secretariat.post(f"{page}step/", {"step": "invite"})
    (address,) = words(secretariat.get(page), "//code")
    return address.removeprefix("http://testserver")


def download(client: Client, address: str, form: str = "docx", language: str = "en") -> bytes:
    return client.get(address, {"format": form, "language": language}).content


def send(client: Client, address: str, data: bytes, name: str = "form.docx") -> Any:
    return client.post(address, {"file": SimpleUploadedFile(name, data)})


def by_page(client: Client, address: str) -> None:
    """The same by the page."""

    def save(part: str, **sent: str) -> None:
        client.post(address, {"part": part, "revision": "0", **sent})

    save("cover", state="changed", **{"v-point_of_contact": "Ms A\r\n+41 22"})
    stock = {"r-stockpiles-0-type": "Mk 1", "r-stockpiles-0-munitions": "1 200", "r-stockpiles-1-type": "Mk 2"}
    save("B", state="changed", **stock, **{"r-stockpiles-1-munitions": "34"})
    for part in "ACDEFGHI":
        save(part, state="not_applicable", because=REASON)


def take_in(client: Client, address: str, preview: Any) -> Any:
    form = tree(preview).xpath("//form[.//input[@name='kept']]")[0]
    sent = {one.get("name"): one.get("value") for one in form.xpath(".//input[@type='hidden']")}
    chosen = form.xpath(".//input[@name='part'][@checked]/@value")
    return client.post(address, {**sent, "part": chosen})


class TestTheSameData:
    def test_by_page_and_by_word(self, secretariat: Client, visitor: Client) -> None:
        by_page(secretariat, f"{page_of('NOR')}edit/")
        address = link(secretariat, page_of())
        offline = address.replace("/report/", "/report/offline/")
        data = filled_in(visitor.get(f"{offline}&format=docx&language=en").content)
        preview = send(visitor, offline, data)
        assert preview.status_code == 200
        assert words(preview, "//div[@role='status']//strong") == []
        answer = take_in(visitor, offline, preview)
        assert (answer.status_code, answer["Location"]) == (302, address)
        (page,), (word,) = report_versions(wanted=wanted("NOR")), report_versions(wanted=wanted())
        assert answers_json(word.answers) == answers_json(page.answers)
        assert [part.by for part in word.revisions.values()] == ["Switzerland"] * 10
        visitor.post(address.replace("/report/", "/report/submit/"))
        handed_in = report_versions(wanted=wanted())[0]
        assert (handed_in.state, handed_in.channel, handed_in.file_name) == ("submitted", "form", "form.docx")


class TestForms:
    def test_every_language_of_the_form_in_both_formats(self, secretariat: Client) -> None:
        page = secretariat.get(f"{page_of()}offline/")
        assert tree(page).xpath("//section[@aria-labelledby='take-home']//a/@href") == [
            f"{page_of()}offline/?format={form}&language={language}"
            for language in ("en", "ar", "es", "fr", "ru", "zh")
            for form in ("docx", "xlsx")
        ]
        answer = secretariat.get(f"{page_of()}offline/?format=xlsx&language=fr")
        assert answer["Content-Disposition"] == 'attachment; filename="CCM-CHE-annual-report-2025-fr.xlsx"'

    def test_in_french_and_back(self, secretariat: Client) -> None:
        address = f"{page_of()}offline/"
        preview = send(secretariat, address, download(secretariat, address, "xlsx", "fr"), "form.xlsx")
        assert words(preview, "//main//form/p") == ["There is nothing in the file that the draft does not say."]


class TestRefused:
    def test_the_form_of_another_state_is_named_and_kept(self, secretariat: Client) -> None:
        data = download(secretariat, f"{page_of('NOR')}offline/")
        page = send(secretariat, f"{page_of()}offline/", data)
        assert (page.status_code, words(page, "//div[@role='alert']//p")) == (
            400,
            ["This is a form of Norway, and this page is that of Switzerland. Send it back on its own page."],
        )
        assert [(one.name, one.taken_at) for one in kept_forms(wanted=wanted())] == [("form.docx", None)]
        assert answers_json(report_versions(wanted=wanted())[0].answers) == {}

    def test_what_is_no_form(self, secretariat: Client) -> None:
        page = send(secretariat, f"{page_of()}offline/", b"%PDF-1.4", "report.pdf")
        assert page.status_code == 400
        page = send(secretariat, f"{page_of()}offline/", b"hello", "form.docx")
        assert words(page, "//div[@role='alert']//p") == [
            (
                "form.docx: not a document that can be read: something else than a .docx, .odt, .pdf, .xlsx or .ods. The file is"
                " kept; nothing of the draft was changed."
            )
        ]
        assert len(kept_forms(wanted=wanted())) == 2

    def test_moved_cells_are_told_and_the_rest_is_taken(self, secretariat: Client) -> None:
        address = f"{page_of()}offline/"
        document = Document(io.BytesIO(filled_in(download(secretariat, address))))
        stock = next(one for one in document.tables if one.rows[0].cells[1].text.startswith("Cluster munitions"))
        stock.rows[1].cells[0].merge(stock.rows[1].cells[1])
        preview = send(secretariat, address, saved(document))
        assert words(preview, "//div[@role='status']//li") == [
            (
                "B. Stockpiles and destruction, Stockpiled cluster munitions, row 1: The cells of the row are not those of the"
                " head: they were moved, merged or split. Nothing of the table is read. What the draft says there stays. Put it"
                " back as the form had it and send the file again."
            )
        ]
        take_in(secretariat, address, preview)
        answers = report_versions(wanted=wanted())[0].answers
        assert (answers["B"].state, dict(answers["B"].values), answers["D"].because) == ("changed", {}, REASON)

    def test_the_second_of_two_is_told_and_nothing_is_taken_in(self, secretariat: Client) -> None:
        address = f"{page_of()}offline/"
        preview = send(secretariat, address, filled_in(download(secretariat, address)))
        secretariat.post(f"{page_of()}edit/", {"part": "D", "revision": "0", "state": "changed"})
        page = take_in(secretariat, address, preview)
        assert page.status_code == 409
        assert [one[:20] for one in words(page, f"{PART}/h2/span")][4] == "– changed in the fil"
        assert sorted(report_versions(wanted=wanted())[0].answers) == ["D"]


def test_offline_is_for_those_who_may_record(reader: Client) -> None:
    assert reader.get(f"{page_of()}offline/").status_code == 403
    assert Client().get("/report/offline/").status_code == 403
