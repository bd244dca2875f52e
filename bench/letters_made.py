"""The letters that bench.letters measures, in a process with a site of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command
from tests.factories.letters import ARABIC_WORDS, ENGLISH_WORDS, FRENCH_WORDS, TERMS, addressed, reachable
from tests.factories.mail import Postbox, mail_server, mail_settings

from corcom.access.actions import account_of_command
from corcom.correspondence.actions import approve_letter, draft_letter, make_copies, send_letter
from corcom.correspondence.domain.letter_fields import CopyFacts
from corcom.correspondence.domain.letter_paper import letter_paper
from corcom.correspondence.domain.letter_terms import LetterTerms
from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.queries import letter_preview
from corcom.documents.domain.official import OfficialDocument
from corcom.kernel import clock
from corcom.outbox.jobs import send_due
from corcom.register.domain.states import states
from corcom.web.letters.found import letter_writing

WORDINGS = {"en": ENGLISH_WORDS, "fr": FRENCH_WORDS, "ar": ARABIC_WORDS}
seconds: dict[str, float] = {}


@contextmanager
def _measured(what: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    seconds[what] = time.perf_counter() - start


def main() -> None:
    letters, has_office = int(sys.argv[1]), bool(sys.argv[2])
    call_command("migrate", verbosity=0, interactive=False)
    papers = _whole_way(letters)
    _by_format(papers)
    if has_office and shutil.which("soffice"):
        _by_office(papers)
    print(f"{letters} letters in three languages")
    print(f"{'step':<28} {'seconds':>8} {'letters/s':>10}")
    for what, took in seconds.items():
        print(f"{what:<28} {took:8.2f} {letters / took:10.1f}")
    if office := seconds.get("pdf by LibreOffice"):
        print(f"LibreOffice takes {office / seconds['pdf']:.0f} times as long for the .pdf")


def _whole_way(letters: int) -> list[OfficialDocument]:
    """Draft, preview, approve, make and send; gives the papers of the copies."""
    at, codes = clock.now(), sorted(states())[:letters]
    by, writing = account_of_command(command="bench", at=at), letter_writing()
    reachable(*codes)
    prefers = {code: list(WORDINGS)[number % 3] for number, code in enumerate(codes)}
    terms = LetterTerms(**{**{name: getattr(TERMS, name) for name in TERMS.__slots__}, "wordings": WORDINGS})
    number = draft_letter(terms=terms, addressees=map(addressed, codes), prefers=prefers, by=by, at=at)
    with _measured("preview of every State"):
        preview = letter_preview(number=number, writing=writing, day=at.date())
    assert preview is not None
    assert preview.blocking == ()
    with _measured("approved"):
        approve_letter(letter=number, writing=writing, by=by, at=at)
    with _measured("made, .docx and .pdf, kept"):
        while make_copies(letter=number, writing=writing, by=by, at=at):
            pass
    with mail_server(box := Postbox()) as server:
        mail = mail_settings(server)
        with _measured("given to the outbox"):
            assert send_letter(letter=number, mail=mail, by=by, at=at) == letters
        with _measured("sent with .pdf"):
            list(send_due(mail=mail, now=clock.now))
    assert len(box.received) == letters
    return [_paper(copy.facts, copy.words, copy.language) for copy in preview.copies.values()]


def _paper(facts: CopyFacts, words: LetterWords | None, language: str) -> OfficialDocument:
    assert words is not None
    # Another moment, so that nothing that was made before is found again.
    return letter_paper(facts, words, letter_writing().wording(language), made_at=clock.now())


def _by_format(papers: list[OfficialDocument]) -> None:
    with _measured("docx"):
        for paper in papers:
            paper.to_bytes()
    with _measured("pdf"):
        for paper in papers:
            paper.to_pdf()


def _by_office(papers: list[OfficialDocument]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for number, paper in enumerate(papers):
            path = Path(folder) / f"{number}.docx"
            path.write_bytes(paper.to_bytes())
            names.append(str(path))
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
        with _measured("pdf by LibreOffice"):
            subprocess.run([*command, "--outdir", folder, *names], check=True, capture_output=True)
        assert len(list(Path(folder).glob("*.pdf"))) == len(papers)
