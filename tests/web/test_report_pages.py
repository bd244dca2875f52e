"""A report filled in by a State through its link, and what the secretariat and the public see of it."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document
from tests.factories.pdf_read import lines_of_pdf
from tests.factories.register import the_register
from tests.factories.reports import AT, BEFORE, NOW, handed_in
from tests.web.pages import tree, words

from corcom.documents.domain.received_files import TAKEN
from corcom.obligations.queries import facts
from corcom.reporting.actions import accept_report
from corcom.reporting.queries import report_versions

REPORT = "/conventions/CCM/reports/CHE/annual-report/2025/"
STATUS = "//p[@class='status-line']"
REASON = "None was ever held in this country."


@pytest.fixture(autouse=True)
def _register(settings: LazySettings) -> None:
    settings.TODAY = date(2026, 11, 10)
    the_register()


def link(secretariat: Client) -> str:
    secretariat.post(f"{REPORT}step/", {"step": "invite"})
    (address,) = words(secretariat.get(REPORT), "//code")
    return address.removeprefix("http://testserver")


def save(client: Client, address: str, part: str, **values: str) -> int:
    page = client.get(address)
    (revision,) = tree(page).xpath(f"//section[@id='part-{part}']//input[@name='revision']/@value")
    return client.post(address, {"part": part, "revision": revision, **values}).status_code


def fill_in(client: Client, address: str) -> None:
    save(client, address, "cover", state="changed", **{"v-point_of_contact": "Ms A"})
    stock = {"r-stockpiles-0-type": "Mk 1", "r-stockpiles-0-munitions": "1,200", "r-stockpiles-1-type": "Mk 2"}
    save(client, address, "B", state="changed", **stock, **{"r-stockpiles-1-munitions": "34"})
    for part in "ACDEFGHI":
        save(client, address, part, state="not_applicable", because=REASON)


def receipts() -> list[str]:
    return [fact.on for fact in facts(convention="CCM", iso3="CHE") if fact.obligation == "annual-report"]


class TestByLink:
    def test_from_the_link_to_acceptance(self, secretariat: Client, visitor: Client) -> None:
        address = link(secretariat)
        fill_in(visitor, address)
        submit = address.replace("/report/", "/report/submit/")
        assert words(visitor.get(submit), "//h2") == ["Everything is answered"]
        visitor.post(submit, {"provisional": "yes"})
        assert words(visitor.get(address), STATUS)[0].startswith("submitted · ")
        assert receipts() == ["2026-11-10"]
        (number,) = set(
            tree(secretariat.get(REPORT)).xpath("//input[@name='version'][../button[@value='accept']]/@value")
        )
        secretariat.post(f"{REPORT}step/", {"step": "take_up", "version": number})
        secretariat.post(f"{REPORT}step/", {"step": "remark", "version": number, "part": "B", "note": "Is that all?"})
        assert words(visitor.get(address), "//div[@id='at-B--']//p/span/bdi") == ["Is that all?"]
        secretariat.post(f"{REPORT}step/", {"step": "accept", "version": number, "sure": "yes"})
        page = Client().get(REPORT)
        assert words(page, "//h2[starts-with(@id, 'version-')]") == ["Version 1 – accepted, provisional"]
        assert words(page, "//table[@id='v1-B-stockpiles' or ancestor::*[@id='v1-B-stockpiles']]//tbody/tr/*")[-4:] == [
            "Total",
            "1,234",
            "0",
            "",
        ]

    def test_what_is_missing_is_listed_and_not_handed_in(self, secretariat: Client, visitor: Client) -> None:
        address = link(secretariat)
        submit = address.replace("/report/", "/report/submit/")
        visitor.post(submit)
        page = visitor.get(submit)
        assert words(page, "//div[@role='status']//strong") == ["9 parts are not ready"]
        assert words(page, "//div[@role='status']//li")[0] == (
            "A: National implementation measures – Say whether this part has changed, is unchanged since another year, or does"
            " not apply."
        )
        assert receipts() == []

    def test_what_cannot_be_read_is_shown_as_it_was_typed_and_the_rest_is_kept(
        self, secretariat: Client, visitor: Client
    ) -> None:
        address = link(secretariat)
        sent = {"part": "B", "revision": "0", "state": "changed", "r-stockpiles-0-type": "Mk 1"}
        page = visitor.post(address, sent | {"r-stockpiles-0-munitions": "many"})
        assert page.status_code == 400
        assert tree(page).xpath("//input[@name='r-stockpiles-0-munitions']/@value") == ["many"]
        assert words(page, "//p[@class='edit-error']") == [
            "“many” is no number. Write digits only, such as 1250, and remarks beside it."
        ]
        assert tree(visitor.get(address)).xpath("//input[@name='r-stockpiles-0-type']/@value") == ["Mk 1"]

    def test_the_second_of_two_hands_sees_what_the_first_wrote(self, secretariat: Client, visitor: Client) -> None:
        address = link(secretariat)
        visitor.post(address, {"hand": "Ms A"})
        sent = {"part": "J", "revision": "0", "state": "changed"}
        visitor.post(address, sent | {"v-matters": "from Ms A"})
        page = Client().post(address, sent | {"v-matters": "from Mr B"})
        assert page.status_code == 409
        assert words(page, "//div[@role='alert']//strong") == [
            (
                "Ms A, Switzerland saved this part while you wrote. Nothing is lost: what stands there now is shown first, and"
                " what you wrote is in the form."
            )
        ]
        assert words(page, "//div[@role='alert']//p/bdi") == ["from Ms A"]
        assert words(page, "//textarea") == ["from Mr B"]

    def test_what_two_wrote_into_a_table_stands_there_without_its_empty_rows(self, secretariat: Client) -> None:
        address = link(secretariat)
        sent = {"part": "B", "revision": "0", "state": "changed"}
        first = {f"r-stockpiles-{row}-{cell}": "" for row in range(4) for cell in ("type", "munitions")}
        Client().post(address, sent | first | {"r-stockpiles-0-type": "Mk 1", "r-stockpiles-0-munitions": "1000000"})
        page = Client().post(address, sent | {"r-stockpiles-0-type": "Mk 2"})
        assert words(page, "//div[@role='alert']//p/bdi") == ["Mk 1 · 1,000,000"]

    def test_a_form_in_french_has_no_english_word_between_its_articles(self, secretariat: Client) -> None:
        visitor = Client()
        address = link(secretariat)
        visitor.cookies["django_language"] = "fr"
        assert words(visitor.get(address), "//section[@id='part-B']//p[@class='form-text']")[0].partition(" · ")[0] == (
            "Article 7(1)(b), 7(1)(e), 7(1)(f), 7(1)(g)"
        )

    def test_a_recall_and_a_new_version(self, secretariat: Client, visitor: Client) -> None:
        address = link(secretariat)
        fill_in(visitor, address)
        submit = address.replace("/report/", "/report/submit/")
        visitor.post(submit)
        visitor.post(address, {"recall": "yes", "why": "A wrong total."})
        assert receipts() == []
        assert tree(visitor.get(address)).xpath("//input[@name='r-stockpiles-0-munitions']/@value") == ["1200"]
        visitor.post(submit)
        page = Client().get(REPORT)
        assert words(page, "//h2[starts-with(@id, 'version-')]") == ["Version 2 – submitted"]

    def test_handing_in_twice_is_handing_in_once(self, secretariat: Client, visitor: Client) -> None:
        address = link(secretariat)
        fill_in(visitor, address)
        submit = address.replace("/report/", "/report/submit/")
        answers = [visitor.post(submit), visitor.post(submit), visitor.get(submit)]
        assert [(answer.status_code, answer["Location"]) for answer in answers] == [(302, address)] * 3
        for answer in (secretariat.post(f"{REPORT}submit/"), secretariat.get(f"{REPORT}submit/")):
            assert (answer.status_code, answer["Location"]) == (302, REPORT)
        assert words(secretariat.get(REPORT), "//h2[starts-with(@id, 'version-')]") == ["Version 1 – submitted"]

    def test_a_withdrawn_link_opens_nothing(self, secretariat: Client, visitor: Client) -> None:
        address = link(secretariat)
        (number,) = tree(secretariat.get(REPORT)).xpath("//input[@name='version'][../button[@value='withdraw']]/@value")
        secretariat.post(f"{REPORT}step/", {"step": "withdraw", "version": number})
        assert visitor.get(address).status_code == 410

    def test_the_page_of_one_report_does_nothing_to_the_link_or_the_version_of_another(
        self, secretariat: Client, visitor: Client
    ) -> None:
        address, other = link(secretariat), REPORT.replace("CHE", "NOR")
        fill_in(visitor, address)
        visitor.post(address.replace("/report/", "/report/submit/"))
        (number,) = tree(secretariat.get(REPORT)).xpath("//input[@name='version'][../button[@value='withdraw']]/@value")
        (version,) = tree(secretariat.get(REPORT)).xpath("//input[@name='version'][../button[@value='accept']]/@value")
        secretariat.post(f"{other}step/", {"step": "withdraw", "version": number})
        secretariat.post(f"{other}step/", {"step": "accept", "version": version})
        assert visitor.get(address).status_code == 200
        assert words(Client().get(REPORT), "//h2[starts-with(@id, 'version-')]") == ["Version 1 – submitted"]

    def test_a_part_that_is_unchanged_since_a_year_without_a_report_is_named_before_it_is_handed_in(
        self, secretariat: Client
    ) -> None:
        for year in (2024, 2025):
            page = REPORT.replace("2025", str(year))
            secretariat.get(f"{page}edit/")
            fill_in(secretariat, f"{page}edit/")
            if year == 2025:
                save(secretariat, f"{page}edit/", "D", state="unchanged", since="2019")
            secretariat.post(f"{page}submit/")
        missing = words(secretariat.get(f"{REPORT}submit/"), "//div[@role='status']//li")
        assert [text.partition(" – ")[2] for text in missing] == [
            "There is no report for 2019 to which it could be unchanged; there are 2024."
        ]

    def test_last_years_answers_are_marked(self, secretariat: Client, visitor: Client) -> None:
        earlier = REPORT.replace("2025", "2024")
        secretariat.get(f"{earlier}edit/")
        fill_in(secretariat, f"{earlier}edit/")
        secretariat.post(f"{earlier}submit/")
        page = visitor.get(link(secretariat))
        assert words(page, "//section[@id='part-B']//p[contains(@class, 'note-info')]") == [
            "The answers below are those of the report for 2024. Say whether they still hold, or change them."
        ]
        assert tree(page).xpath("//input[@name='r-stockpiles-1-munitions']/@value") == ["34"]

    def test_a_part_that_does_not_apply_and_has_answers_is_named_and_can_be_emptied(
        self, secretariat: Client, visitor: Client
    ) -> None:
        address = link(secretariat)
        fill_in(visitor, address)
        save(visitor, address, "B", state="not_applicable", because=REASON, **{"r-stockpiles-0-munitions": "1200"})
        submit = address.replace("/report/", "/report/submit/")
        page = visitor.get(submit)
        assert [text.strip() for text in tree(page).xpath("//div[@role='status']//li/text()")] == [
            "– Part B says that it does not apply, and has answers: either take the answers out, or say that it has changed."
        ]
        form = tree(page).xpath("//form[@class='report-mend']")[0]
        sent = {each.get("name"): each.get("value") for each in form.xpath(".//input")}
        visitor.post(address, {**sent, "empty": "yes"})
        assert words(visitor.get(submit), "//h2") == ["Everything is answered"]
        assert tree(visitor.get(address)).xpath("//section[@id='part-B']//input[@name='because']/@value") == [REASON]


class TestFiling:
    def sent(self, **changes: object) -> dict[str, object]:
        file = SimpleUploadedFile("report.pdf", b"%PDF-1.4", content_type="application/pdf")
        return {"file": file, "received_on": "2026-04-28", "channel": "letter", **changes}

    def test_what_came_by_letter(self, secretariat: Client) -> None:
        assert secretariat.post(f"{REPORT}file/", self.sent()).status_code == 302
        page = secretariat.get(REPORT)
        assert receipts() == ["2026-04-28"]
        assert words(page, "//section[@class='report-version']/p") == [
            "Received: 28 April 2026, by letter · report.pdf"
        ]

    def test_what_came_is_for_states_parties_only_where_the_state_says_so(self, secretariat: Client) -> None:
        assert secretariat.post(f"{REPORT}file/", self.sent(circle="states_parties")).status_code == 302
        assert "report.pdf" not in Client().get(REPORT).content.decode()

    @pytest.mark.parametrize(
        ("changes", "problem"),
        [
            ({"file": ""}, "Choose the file that the State sent."),
            (
                {"file": SimpleUploadedFile("report.pdf", b"")},
                f"report.pdf: there is nothing in it. Nothing was filed. Choose the document as it came ({TAKEN}).",
            ),
            (
                {"file": SimpleUploadedFile("report.exe", b"MZ\x90\0")},
                (
                    "report.exe: not a document that can be read: a program. Nothing was filed. Choose the document as it"
                    f" came ({TAKEN})."
                ),
            ),
            ({"received_on": "soon"}, "Say on which day it was received."),
            ({"channel": "web"}, "Say how it came."),
            (
                {"received_on": "2026-11-11"},
                "11 November 2026 has not come yet; a report cannot have been received then.",
            ),
        ],
    )
    def test_what_is_refused(self, secretariat: Client, changes: dict[str, object], problem: str) -> None:
        page = secretariat.post(f"{REPORT}file/", self.sent(**changes))
        assert (page.status_code, words(page, "//p[@role='alert']")) == (400, [problem])
        assert receipts() == []


def test_what_was_handed_in_is_taken_home_as_a_document(secretariat: Client, visitor: Client) -> None:
    address = link(secretariat)
    fill_in(visitor, address)
    assert secretariat.get(f"{REPORT}version-1.pdf").status_code == 404
    visitor.post(address.replace("/report/", "/report/submit/"))
    links = tree(Client().get(REPORT)).xpath("//section[@class='report-version']//p/a/@href")
    assert links == [f"{REPORT}version-1.{form}" for form in ("docx", "pdf")]
    by_link = tree(visitor.get(address)).xpath("//main//p/a[contains(@href, 'handed-in')]/@href")
    for word, pdf in (links, by_link):
        cells = [
            [cell.text for cell in row.cells]
            for table in Document(io.BytesIO(Client().get(word).content)).tables
            for row in table.rows
        ]
        assert ["Mk 2", "34", "", ""] in cells
        assert "Mk 2 34" in lines_of_pdf(Client().get(pdf).content)
    odd = ("version-2.pdf", "version-1.exe")
    assert [Client().get(f"{REPORT}{end}").status_code for end in odd] == [404, 404]
    assert Client().get("/report/handed-in.pdf").status_code == 403


def test_a_report_for_states_parties_only(secretariat: Client, visitor: Client) -> None:
    address = link(secretariat)
    fill_in(visitor, address)
    submit = address.replace("/report/", "/report/submit/")
    page = visitor.get(submit)
    assert tree(page).xpath("//input[@name='circle'][@checked]/@value") == ["public"]
    assert words(page, "//fieldset/p") == [
        (
            "By Article 7(3) reports go to the Secretary-General of the United Nations, who transmits them to the States Parties."
            " It is the practice to make them public; a State may also ask that only States Parties read its report here."
        )
    ]
    visitor.post(submit, {"circle": "states_parties"})
    assert words(secretariat.get(REPORT), "//h2[starts-with(@id, 'version-')]") == [
        "Version 1 – submitted, for States Parties only"
    ]
    theirs = Client().get(REPORT)
    assert words(theirs, "//h2[starts-with(@id, 'version-')] | //main//p[contains(@class, 'note-info')]") == [
        "The State handed this report in for States Parties only."
    ]
    assert re.search("Mk 1", theirs.content.decode()) is None
    assert re.search("Mk 1", Client().get("/conventions/CCM/figures/").content.decode()) is None
    # A new version is for the same readers unless the State says otherwise.
    visitor.post(address, {"again": "yes"})
    visitor.post(submit)
    assert words(secretariat.get(REPORT), "//h2[starts-with(@id, 'version-')]")[0] == (
        "Version 2 – submitted, for States Parties only"
    )


def test_a_draft_is_not_for_the_public(secretariat: Client, visitor: Client) -> None:
    fill_in(visitor, link(secretariat))
    page = Client().get(REPORT)
    assert words(page, "//section[@class='report-version']") == []
    assert re.search("Mk 1", page.content.decode()) is None


def test_who_had_a_hand_in_it_is_not_for_the_public(secretariat: Client, visitor: Client) -> None:
    address = link(secretariat)
    visitor.post(address, {"hand": "Anneli Berg"})
    fill_in(visitor, address)
    visitor.post(address.replace("/report/", "/report/submit/"))
    steps = "//section[@class='report-version']//details//li"
    assert "Anneli Berg" in words(secretariat.get(REPORT), steps)[-1]
    theirs = Client().get(REPORT)
    assert [step[:9] for step in words(theirs, steps)] == ["A draft w", "Submitted"]
    assert "Anneli Berg" not in theirs.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        REPORT.replace("CHE", "XXX"),
        REPORT.replace("2025", "2040"),
        REPORT.replace("2025", "soon"),
        REPORT.replace("annual-report", "clearance"),
        REPORT.replace("2025", "once"),
    ],
)
def test_no_such_report(visitor: Client, address: str) -> None:
    assert visitor.get(address).status_code == 404


def test_tools_are_for_those_who_may_record(reader: Client) -> None:
    assert words(reader.get(REPORT), "//h2[@id='next-step']") == []
    answers = [
        reader.get(f"{REPORT}edit/").status_code,
        reader.get(f"{REPORT}file/").status_code,
        reader.post(f"{REPORT}step/").status_code,
    ]
    assert answers == [403, 403, 403]


def at_work(client: Client, page: str) -> list[list[str]]:
    rows = tree(client.get(page)).xpath("//section[@id='at-work']//tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row.xpath("./*")] for row in rows]


def test_what_is_being_worked_on_stands_first_with_what_waits_for_the_secretariat(
    secretariat: Client, reader: Client, visitor: Client
) -> None:
    address = link(secretariat)
    save(visitor, address, "cover", state="changed", **{"v-point_of_contact": "Ms A"})
    handed_in(NOW, "1200", "NOR")
    handed_in(NOW, "34", "AUT")
    accepted = handed_in(BEFORE, "34", "AUT")
    accept_report(version=accepted, at=AT, by="Ms A")
    for page in ("/reports/", "/conventions/CCM/reports/"):
        found = at_work(secretariat, page)
        assert [(state, stands) for state, _, stands, _ in found] == [
            ("Austria", "submitted"),
            ("Norway", "submitted"),
            ("Switzerland", "being drafted"),
        ]
        assert found[2][3].endswith(" UTC, Switzerland")
        assert (at_work(reader, page), at_work(secretariat, f"{page}?as_of=2026-10-01")) == ([], [])
    assert at_work(secretariat, "/conventions/APMBC/reports/") == []
    # A form that is only looked at hides nothing and is nobody's work.
    secretariat.get(f"{REPORT.replace('CHE', 'HRV')}edit/")
    secretariat.get(f"{REPORT.replace('CHE', 'NOR')}edit/")
    assert [one.state for one in report_versions(wanted=replace(NOW, iso3="HRV"))] == ["drafting"]
    assert len(at_work(secretariat, "/reports/")) == 3
