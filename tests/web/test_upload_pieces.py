from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.factories.papers import a_file, a_paper
from tests.web.pages import tree, words

from corcom.documents.domain.limits import LIMITS
from corcom.documents.domain.parts_on_disk import ARRIVING
from corcom.documents.models import LanguageVersion, Upload

FILE = a_file("Thirty pages")
UPLOADS = "/documents/official/uploads/"
TUS = {"Tus-Resumable": "1.0.0"}


@pytest.fixture(autouse=True)
def files(settings: LazySettings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def told(**values: str) -> str:
    return ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in values.items())


def begin(client: Client, size: int = len(FILE), name: str = "a.docx", **more: str) -> Any:
    headers = {**TUS, "Upload-Length": str(size), "Upload-Metadata": told(filename=name, **more)}
    return client.post(UPLOADS, headers=headers)


def piece(client: Client, at: str, data: bytes, offset: int) -> Any:
    headers = {**TUS, "Upload-Offset": str(offset)}
    return client.patch(at, data, content_type="application/offset+octet-stream", headers=headers)


def test_a_file_comes_in_pieces_and_becomes_a_version(secretariat: Client) -> None:
    number = a_paper()
    made = begin(secretariat, sha256=hashlib.sha256(FILE).hexdigest())
    assert (made.status_code, made.headers["Tus-Resumable"]) == (201, "1.0.0")
    at = made.headers["Location"]
    assert piece(secretariat, at, FILE[:1000], 0).headers["Upload-Offset"] == "1000"
    asked = secretariat.head(at, headers=TUS)
    said = {name: asked.headers[name] for name in ("Upload-Offset", "Upload-Length", "Cache-Control")}
    assert said == {"Upload-Offset": "1000", "Upload-Length": str(len(FILE)), "Cache-Control": "no-store"}
    page = secretariat.get(f"/documents/official/{number}/upload/")
    assert words(page, "//section[@class='arriving']//li/bdi") == ["a.docx"]
    assert tree(page).xpath("//section[@class='arriving']//input[@type='radio']") == []
    again = piece(secretariat, at, FILE[:1000], 0)
    assert (again.status_code, again.content.decode()) == (409, "1000 bytes are here; go on from there.")
    assert piece(secretariat, at, FILE[1000:], 1000).status_code == 204
    upload = at.rstrip("/").rpartition("/")[2]
    page = secretariat.get(f"/documents/official/{number}/upload/")
    assert tree(page).xpath("//section[@class='arriving']//input[@type='radio']/@value") == [upload]
    done = secretariat.post(f"/documents/official/{number}/upload/", {"language": "en", "upload": upload})
    assert (done.status_code, Upload.objects.count()) == (302, 0)
    with LanguageVersion.objects.get().file.content.open("rb") as content:
        assert content.read() == FILE


@pytest.mark.parametrize(
    ("size", "name", "status", "words"),
    [
        (
            LIMITS.file_bytes + 1,
            "a.docx",
            413,
            "A document may have at most 50 MB. Make its pictures smaller, or send it in parts.",
        ),
        (0, "a.docx", 400, "There is nothing in this file."),
        (5, "", 400, "The file has no name."),
    ],
)
def test_what_is_not_taken_in_is_said_before_it_is_sent(
    secretariat: Client, size: int, name: str, status: int, words: str
) -> None:
    made = begin(secretariat, size, name)
    assert (made.status_code, made.content.decode(), Upload.objects.count()) == (status, words, 0)


def test_what_arrived_otherwise_than_it_was_sent_is_thrown_away(secretariat: Client, files: Path) -> None:
    at = begin(secretariat, 3, sha256="0" * 64).headers["Location"]
    answer = piece(secretariat, at, b"abc", 0)
    said = "What arrived of a.docx is not what was sent, and was thrown away. Send it again."
    assert (answer.status_code, answer.content.decode()) == (460, said)
    assert (secretariat.head(at, headers=TUS).status_code, list((files / ARRIVING).iterdir())) == (404, [])


def test_who_does_not_speak_the_protocol_is_told(secretariat: Client) -> None:
    at = begin(secretariat).headers["Location"]
    answers = [
        secretariat.post(UPLOADS),
        secretariat.post(UPLOADS, headers=TUS),
        secretariat.patch(at, b"abc", content_type="text/plain", headers={**TUS, "Upload-Offset": "0"}),
        secretariat.patch(at, b"abc", content_type="application/offset+octet-stream", headers=TUS),
        begin(secretariat, sha256="x"),
    ]
    assert [answer.status_code for answer in answers] == [412, 400, 415, 400, 400]
    options = secretariat.options(UPLOADS)
    assert (options.status_code, options.headers["Tus-Extension"]) == (204, "creation,termination,expiration")


def test_it_is_thrown_away_by_a_program_or_by_a_person(secretariat: Client, files: Path) -> None:
    number = a_paper()
    first, second = (begin(secretariat).headers["Location"] for _ in range(2))
    assert secretariat.delete(first, headers=TUS).status_code == 204
    upload = second.rstrip("/").rpartition("/")[2]
    for said in ("It is thrown away.", "It was cleared away already."):
        page = secretariat.post(f"/documents/official/{number}/upload/throw-away/", {"upload": upload}, follow=True)
        assert words(page, "//*[contains(@class,'messages')]//li") == [said]
    assert (Upload.objects.count(), list((files / ARRIVING).iterdir())) == (0, [])


def test_uploads_are_for_those_who_may_and_for_each_alone(secretariat: Client, reader: Client, visitor: Client) -> None:
    at = begin(secretariat).headers["Location"]
    assert [client.head(at, headers=TUS).status_code for client in (reader, visitor)] == [403, 302]
    assert [begin(client).status_code for client in (reader, visitor)] == [403, 302]
    from tests.accounts import account

    other = Client()
    other.force_login(account("secretariat", "sara"))
    assert other.head(at, headers=TUS).status_code == 404
    assert secretariat.head(f"{UPLOADS}{'0' * 32}/", headers=TUS).status_code == 404
