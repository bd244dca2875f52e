"""Files that are refused: one line each, naming the file and the reason."""

from __future__ import annotations

import io
import os
import random
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from tests.factories.documents import SAMPLE, as_eml, as_html, as_pdf, packed
from tests.factories.opendocument import MIMETYPE, as_odt, opendocument
from tests.factories.pdf import PdfFile
from tests.factories.word import as_docx, paragraph, word_file

from corcom.documents.domain import DocumentRefused, extract
from corcom.documents.domain.errors import EndingLies, MacroLaden, PasswordProtected, TooLarge, ZipBomb
from corcom.documents.domain.limits import Limits

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def refusal(source: Path | bytes, name: str = "") -> str:
    with pytest.raises(DocumentRefused) as caught:
        extract(source, name=name)
    line = str(caught.value)
    assert "\n" not in line
    return line


ALGORITHMS = ("RC4-40", "RC4-128", "AES-128", "AES-256-R5", "AES-256")


def locked_pdf(password: str, algorithm: str = "AES-256") -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(as_pdf(SAMPLE))))
    writer.encrypt(password, "owner", algorithm=algorithm)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def locked_zip() -> bytes:
    """A ZIP archive whose parts say that they are encrypted."""
    data = bytearray(as_docx(SAMPLE))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


def locked_odt() -> bytes:
    names = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{names}"><manifest:file-entry manifest:full-path="content.xml">'
        "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )
    return packed({"mimetype": MIMETYPE, "content.xml": b"\x00\x01", "META-INF/manifest.xml": manifest})


def office(kind: str) -> bytes:
    """An Office file of another kind."""
    return packed(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/main.xml" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/></Types>',
            "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
            ' Target="main.xml"/></Relationships>',
            "main.xml": "<x/>",
        }
    )


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t>'
    "</w:r></w:p></w:body></w:document>"
)
EXTERNAL = ENTITIES.replace('<!ENTITY a "ha">', '<!ENTITY a SYSTEM "file:///etc/passwd">')

REFUSED: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.txt", b"", "there is nothing in it"),
    "blank": ("a.txt", b" \r\n\t ", "there is nothing in it"),
    "only a mark": ("a.txt", b"\xef\xbb\xbf", "there is nothing in it"),
    "zero bytes": ("a.txt", bytes(5000), "not a document that can be read: binary data"),
    "random bytes": ("a.txt", random.Random(4).randbytes(5000), "not a document that can be read: binary data"),  # noqa: S311  no secret
    "Cyrillic of old": (
        "a.txt",
        "Протокол заседания комитета, 3 марта".encode("cp1251"),
        "not a document that can be read: text in an unknown encoding; save it as UTF-8",
    ),
    "Chinese of old": (
        "a.txt",
        "会议记录 2015年3月3日 议程".encode("gbk"),
        "not a document that can be read: text in an unknown encoding; save it as UTF-8",
    ),
    "picture": ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(50), "not a document that can be read: a picture"),
    "rich text": ("a.rtf", b"{\\rtf1 x}", "not a document that can be read: a rich-text file (.rtf); save it as .docx"),
    "program": ("a.docx", b"\x7fELF" + bytes(50), "not a document that can be read: a program"),
    "archive": ("a.docx", packed({"x.txt": "x"}), "not a document that can be read: a ZIP archive"),
    "spreadsheet": ("a.xlsx", office("spreadsheetml.sheet.main"), "not a document that can be read: a spreadsheet"),
    "presentation": (
        "a.docx",
        office("presentationml.presentation.main"),
        "not a document that can be read: a presentation",
    ),
    "xml": ("a.txt", b'<?xml version="1.0"?><a/>', "not a document that can be read: an XML file"),
    "cut .docx": ("a.docx", as_docx(SAMPLE)[:-400], "cut off or damaged: the end of the file is missing"),
    "half a .docx": ("a.docx", as_docx(SAMPLE)[:2000], "cut off or damaged: the end of the file is missing"),
    "cut .odt": ("a.odt", as_odt(SAMPLE)[:-100], "cut off or damaged: the end of the file is missing"),
    "cut .pdf": ("a.pdf", as_pdf(SAMPLE)[:-500], "cut off or damaged: the end of the file is missing"),
    "cut .xml": (
        "a.docx",
        word_file("", extra={"word/document.xml": "<w:document><w:bo"}),
        "cut off or damaged: its part word/document.xml is no well-formed XML",
    ),
    "locked Word": ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    "locked archive": ("a.docx", locked_zip(), "protected by a password"),
    "locked .odt": ("a.odt", locked_odt(), "protected by a password"),
    "locked .pdf": ("a.pdf", locked_pdf("secret"), "protected by a password"),
    "old Word": (
        "a.doc",
        OLE + "WordDocument".encode("utf-16-le"),
        "a Word document of the old kind (.doc); save it as .docx",
    ),
    "old Excel": ("a.xls", OLE, "not a document that can be read: an Office file of the old kind"),
    "macros": (
        "a.docm",
        word_file(paragraph("x"), kind="application/vnd.ms-word.document.macroEnabled.main+xml"),
        "contains macros; save it without them, as .docx",
    ),
    "entities": (
        "a.docx",
        word_file("", extra={"word/document.xml": ENTITIES}),
        "declares XML entities, which no document needs",
    ),
    "outside": (
        "a.docx",
        word_file("", extra={"word/document.xml": EXTERNAL}),
        "declares XML entities, which no document needs",
    ),
    "no words": ("a.docx", word_file(paragraph("")), "there is no text in it"),
    "no words at all": ("a.html", b"<html><body><script>x</script></body></html>", "there is no text in it"),
    "scanned": ("a.pdf", PdfFile([[]]).save(), "there is no text in it; it looks scanned"),
    "lies .pdf": ("a.pdf", as_docx(SAMPLE), "named .pdf but is a Word document (.docx)"),
    "lies .docx": ("a.docx", as_pdf(SAMPLE), "named .docx but is a PDF (.pdf)"),
    "lies .txt": ("a.txt", as_html(SAMPLE).encode(), "named .txt but is a web page (.html)"),
    "lies .odt": ("a.odt", as_docx(SAMPLE), "named .odt but is a Word document (.docx)"),
    "lies .doc": ("a.doc", as_docx(SAMPLE), "named .doc but is a Word document (.docx)"),
    "lies .html": ("a.html", b"Plain words only.", "named .html but is plain text"),
    "lies .eml": ("a.eml", b"Plain words only.", "named .eml but is plain text"),
    "lies .jpg": ("a.jpg", b"Plain words only.", "named .jpg but is plain text"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_in_one_line(case: str, tmp_path: Path) -> None:
    name, data, reason = REFUSED[case]
    assert refusal(data, name) == f"{name}: {reason}"
    (tmp_path / name).write_bytes(data)
    assert refusal(tmp_path / name) == f"{name}: {reason}"


def test_macros_are_refused_whatever_the_name() -> None:
    with pytest.raises(MacroLaden):
        extract(word_file(paragraph("x"), extra={"word/vbaProject.bin": b"\x01"}), name="a.docx")
    with pytest.raises(MacroLaden):
        extract(opendocument("<text:p>x</text:p>", extra={"Basic/Standard/Module1.xml": "<x/>"}), name="a.odt")


def test_the_frame_of_macros_without_any_is_let_pass() -> None:
    data = opendocument("<text:p>x</text:p>", extra={"Basic/script-lc.xml": "<x/>"})
    assert extract(data, name="a.odt").text == "x\n"


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_a_pdf_that_opens_without_a_password_is_read(algorithm: str) -> None:
    assert extract(locked_pdf("", algorithm), name="a.pdf").text == extract(as_pdf(SAMPLE)).text
    assert refusal(locked_pdf("secret", algorithm), "a.pdf") == "a.pdf: protected by a password"


def test_a_name_without_a_known_ending_promises_nothing() -> None:
    assert extract(as_docx(SAMPLE), name="minutes").media_type.endswith("wordprocessingml.document")
    assert extract(as_eml(SAMPLE), name="message.1").media_type == "message/rfc822"


def bomb(size: int) -> bytes:
    """A small .docx whose text unpacks to `size` bytes of blanks."""
    body = word_file(paragraph("x"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != "word/document.xml":
                new.writestr(entry.filename, old.read(entry))
        with new.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(b"<x>")
            for _ in range(size // 1_000_000):
                part.write(b" " * 1_000_000)
    return buffer.getvalue()


def test_a_zip_bomb_is_noticed_before_it_goes_off() -> None:
    data = bomb(90_000_000)
    assert len(data) < 400_000
    assert refusal(data, "a.docx") == "a.docx: unpacks to more than is sensible (250 times its size)"


def test_a_part_is_bounded_even_where_it_packs_badly() -> None:
    noise = random.Random(1).randbytes(3_000_000).hex()  # noqa: S311  no secret
    data = word_file(paragraph(noise))
    with pytest.raises(ZipBomb, match=r"4 MB in one part"):
        extract(data, name="a.docx", limits=Limits(part_bytes=4_000_000))


def test_an_archive_of_too_many_parts_is_refused_unread() -> None:
    data = packed({"[Content_Types].xml": "<x/>", **{f"{number}": "" for number in range(10_001)}})
    assert refusal(data, "a.docx") == "a.docx: unpacks to more than is sensible (10000 parts)"


@pytest.mark.parametrize("data", [as_docx(SAMPLE), as_odt(SAMPLE)], ids=["docx", "odt"])
def test_notes_are_bounded(data: bytes) -> None:
    assert extract(data, limits=Limits(notes=1)).text
    with pytest.raises(TooLarge, match=r"^document: too large: more than 0 notes$"):
        extract(data, limits=Limits(notes=0))


def test_a_bomb_inside_a_letter_is_refused_like_any_other() -> None:
    letter = as_eml(SAMPLE, attached=("minutes.docx", bomb(90_000_000)))
    assert refusal(letter, "a.eml") == "a.eml (minutes.docx): unpacks to more than is sensible (250 times its size)"


def test_a_file_of_200_mb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.docx"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert refusal(path) == "large.docx: too large: more than 50 MB"
    assert path.stat().st_blocks * 512 < 1_000_000


def test_text_is_bounded_too() -> None:
    with pytest.raises(TooLarge, match="10 million characters"):
        extract(b"word " * 2_100_000, name="a.txt")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert refusal(tmp_path, "folder") == "folder: cannot be opened: a folder, not a file"


def test_names_with_line_ends_are_still_one_line(tmp_path: Path) -> None:
    (tmp_path / "a\nb.txt").touch()
    assert refusal(tmp_path / "a\nb.txt") == "a\\nb.txt: there is nothing in it"
    letter = b"From: a@x\nTo: b@x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''c%0Ad.pdf\n\nx\n"
    assert refusal(letter, "a.eml") == "a.eml (c_d.pdf): named .pdf but is plain text"


def test_what_is_not_there(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.txt") == "gone.txt: cannot be opened: No such file or directory"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert refusal(tmp_path / "pipe.txt") == "pipe.txt: cannot be opened: not a file"


def test_a_folder_without_rights(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    (folder / "a.txt").write_text("x")
    folder.chmod(0)
    nobody, superuser = 65534, os.geteuid() == 0
    if superuser:  # who may read everything: so be somebody else for a moment
        os.seteuid(nobody)
    try:
        assert refusal(folder / "a.txt") == "a.txt: cannot be opened: Permission denied"
    finally:
        if superuser:
            os.seteuid(0)
        folder.chmod(0o700)


def test_errors_come_back_from_another_process_as_they_are() -> None:
    import pickle

    error = EndingLies("a.pdf", ending=".pdf", found="plain text")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  our own
    assert (type(again), str(again)) == (EndingLies, "a.pdf: named .pdf but is plain text")
    assert str(PasswordProtected("x").named("y")) == "y: protected by a password"
