from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.web.pages import Answer, tree, words

import corcom.minutes
from corcom.documents.models import StoredFile
from corcom.minutes.models import Reading
from corcom.web.documents import upload_bounds, uploads

SAMPLES = Path(corcom.minutes.__file__).parent / "samples"
WORD = SAMPLES / "2019-07-11-coordination-committee.docx"
MAIL = SAMPLES / "2019-11-22-consultations.eml"
OUTCOMES = "//ul[@class='outcomes']/li"


@pytest.fixture(autouse=True)
def _here(settings: LazySettings, tmp_path: Path) -> None:
    settings.TODAY = date(2019, 12, 1)
    settings.MEDIA_ROOT = tmp_path / "files"


def sent(name: str, content: bytes) -> io.BytesIO:
    file = io.BytesIO(content)
    file.name = name
    return file


def left(root: str | Path) -> list[Path]:
    """What still waits to be read."""
    return list(Path(root).glob("incoming/*"))


def test_files_are_stored_read_and_reported(secretariat: Client, settings: LazySettings) -> None:
    files = [sent(WORD.name, WORD.read_bytes()), sent("cut.pdf", b"%PDF-1.4 cut"), sent("empty.txt", b"")]
    answer = secretariat.post("/documents/upload/", {"files": files})
    assert answer.status_code == 302
    page = finished(secretariat, answer.headers["Location"])
    reading = Reading.objects.get()
    assert [row.name for row in StoredFile.objects.all()] == [WORD.name]
    assert reading.file.stored_by == "anna"
    assert words(page, "//p[@class='status-line']") == [
        "1 file was read. 2 were refused, and nothing of them was stored."
    ]
    assert words(page, f"{OUTCOMES}//p") == [
        WORD.name,
        f"New. {reading.findings.count()} findings wait for you. Review {WORD.name}",
        "cut.pdf",
        "Refused: cut off or damaged: the end of the file is missing.",
        "empty.txt",
        "Refused: there is nothing in it.",
    ]
    assert tree(page).xpath(f"{OUTCOMES}//a/@href") == [f"/documents/{reading.file_id}/review/"]
    assert left(settings.MEDIA_ROOT) == []


def finished(client: Client, address: str) -> Answer:
    """The page of a batch once all of it is read, step by step as a browser without scripts goes."""
    page: Answer = client.get(address)
    while words(page, "//*[@class='work']"):
        assert client.post(f"{address}step/", {"on": ""}).headers["Location"] == address
        page = client.get(address)
    return page


def test_the_same_file_again_leads_to_the_document(secretariat: Client) -> None:
    first = secretariat.post("/documents/upload/", {"files": sent("a.eml", MAIL.read_bytes())})
    finished(secretariat, first.headers["Location"])
    again = secretariat.post("/documents/upload/", {"files": sent("b.eml", MAIL.read_bytes())})
    page = secretariat.get(again.headers["Location"])
    assert words(page, "//p[@class='status-line']") == ["1 file was known already."]
    file = StoredFile.objects.get()
    assert words(page, f"{OUTCOMES}//p")[1] == (
        "Already known: the same file was taken in before, and nothing was changed. To the document b.eml"
    )
    assert tree(page).xpath(f"{OUTCOMES}//a/@href") == [f"/documents/{file.pk}/review/"]
    assert Reading.objects.count() == 1


def test_several_files_show_how_far_they_are_and_can_be_stopped(
    secretariat: Client, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "FIRST_SECONDS", 0)
    monkeypatch.setattr(uploads, "STEP_SECONDS", 0)
    files = [sent(f"{n}.txt", f"Minutes of {n} May 2016. Norway would send the list.".encode()) for n in (1, 2, 3)]
    address = secretariat.post("/documents/upload/", {"files": files}).headers["Location"]
    page = secretariat.get(address)
    assert words(page, "//*[@class='work']//p[@role='status']") == ["1 of 3 done"]
    assert tree(page).xpath("//*[@id='batch']/@hx-post") == [f"{address}step/"]
    step = secretariat.post(f"{address}step/", headers={"HX-Request": "true"})
    assert words(step, "//*[@class='work']//h2 | //*[@class='work']//p") == ["Reading 3.txt", "2 of 3 done"]
    assert len(left(settings.MEDIA_ROOT)) == 1
    stopped = secretariat.post(f"{address}step/", {"stop": ""}, headers={"HX-Request": "true"})
    assert (stopped.status_code, stopped.headers["HX-Refresh"]) == (204, "true")
    assert words(secretariat.get(address), f"{OUTCOMES}[3]//p") == ["3.txt", "Not read, because you stopped."]
    assert left(settings.MEDIA_ROOT) == []
    assert Reading.objects.count() == 2


def test_what_was_swept_away_meanwhile_is_said(
    secretariat: Client, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "FIRST_SECONDS", 0)
    files = [sent("1.txt", b"Norway would send the list."), sent("2.txt", b"Chile would send the list.")]
    address = secretariat.post("/documents/upload/", {"files": files}).headers["Location"]
    for path in left(settings.MEDIA_ROOT):
        path.unlink()
    page = finished(secretariat, address)
    assert words(page, f"{OUTCOMES}[2]//p")[1] == (
        "Refused: it lay unread for too long and was swept away; send it again."
    )


def test_a_file_past_the_bound_is_passed_over_while_it_comes_in(
    secretariat: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload_bounds, "FILE_BYTES", 100_000)
    monkeypatch.setattr(uploads, "FILE_BYTES", 100_000)
    files = [sent("large.txt", b"x" * 200_000), sent("small.txt", b"Norway would send the list.")]
    page = finished(secretariat, secretariat.post("/documents/upload/", {"files": files}).headers["Location"])
    assert words(page, f"{OUTCOMES}//p[1]") == ["small.txt", "large.txt"]
    assert words(page, f"{OUTCOMES}[2]//p")[1] == "Refused: too large: more than 0 MB."


def test_a_refusal_speaks_the_language_of_the_reader_to_its_end(secretariat: Client) -> None:
    secretariat.post("/choose-language/", {"language": "fr"})
    files = [sent("a.docx", b"PK\x03\x04 and no more"), sent("b.pdf", b"Norway would send the list.")]
    page = finished(secretariat, secretariat.post("/documents/upload/", {"files": files}).headers["Location"])
    assert [words(page, f"{OUTCOMES}[{place}]//p")[1] for place in (1, 2)] == [
        "Refusé : tronqué ou endommagé : la fin du fichier manque.",
        "Refusé : nommé .pdf mais c’est du texte brut.",
    ]


def test_a_form_without_a_file_is_refused(secretariat: Client) -> None:
    page = secretariat.post("/documents/upload/", {})
    assert page.status_code == 400
    assert words(page, "//*[@role='alert']") == ["Choose at least one file."]


def test_readers_do_not_take_in(reader: Client) -> None:
    assert reader.get("/documents/upload/").status_code == 403
    assert reader.post("/documents/upload/", {"files": sent("a.txt", b"Norway")}).status_code == 403
    assert words(reader.get("/documents/"), "//*[@class='page-action']//a") == []
    assert StoredFile.objects.count() == 0


def test_a_batch_belongs_to_who_sent_it(secretariat: Client) -> None:
    assert secretariat.get("/documents/upload/somebodyelse/").status_code == 404
    assert secretariat.post("/documents/upload/somebodyelse/step/").status_code == 404
    assert secretariat.get("/documents/upload/somebodyelse/step/").status_code == 405
