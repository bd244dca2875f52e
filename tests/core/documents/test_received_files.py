"""What a State sent is taken by its bytes: documents, pictures, sheets, messages; nothing empty and no program."""

from __future__ import annotations

import io
import zipfile

import pytest

from corcom.documents.domain.errors import DocumentRefused
from corcom.documents.domain.received_files import check_received

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def archive(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for name in names:
            made.writestr(name, "text")
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.4"),
        ("a.pdf", b"\n\n%PDF-1.7 ..."),
        ("a.docx", archive("[Content_Types].xml", "word/document.xml")),
        ("scans.zip", archive("1.jpg", "2.jpg")),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le")),
        ("a.xls", OLE + "Workbook".encode("utf-16-le")),
        ("a.msg", OLE + "__properties_version1.0".encode("utf-16-le")),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le")),
        ("a.rtf", b"{\\rtf1 text}"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0"),
        ("a.tif", b"II*\0\x08"),
        ("a.csv", "type;number\nMk 1;12\n".encode("cp1252")),
        ("a.txt", "Повестка дня".encode("cp1251")),
        ("a.txt", "Note verbale".encode("utf-16")),
        ("a.eml", b"From: a@b.example\r\nSubject: Report\r\n\r\nSee below."),
        ("report", b"Without an ending."),
    ],
)
def test_what_is_taken(name: str, data: bytes) -> None:
    check_received(data, name=name)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"", "a.pdf: there is nothing in it"),
        ("a.txt", b" \r\n\0", "a.txt: there is nothing in it"),
        ("a.zip", archive(), "a.zip: there is nothing in it"),
        ("a.exe", b"MZ\x90\0\x03\0", "a.exe: not a document that can be read: a program"),
        ("a.pdf", b"MZ\x90\0\x03\0", "a.pdf: not a document that can be read: a program"),
        ("a.exe", b"%PDF-1.4", "a.exe: not a document that can be read: a program"),
        ("a.txt", b"#!/bin/sh\nls\n", "a.txt: not a document that can be read: a program"),
        ("a.zip", archive("a/b.exe"), "a.zip: not a document that can be read: an archive with a program in it"),
        ("a.zip", b"PK\x03\x04 cut", "a.zip: not a document that can be read: a damaged archive"),
        ("a.msi", OLE, "a.msi: not a document that can be read: a program"),
        ("a.ppt", OLE, "a.ppt: not a document that can be read: an Office file of the old kind"),
        ("a.mp4", b"\0\0\0\x18ftypmp42", "a.mp4: not a document that can be read: binary data"),
    ],
)
def test_what_is_refused(name: str, data: bytes, said: str) -> None:
    with pytest.raises(DocumentRefused) as refused:
        check_received(data, name=name)
    assert str(refused.value) == said
