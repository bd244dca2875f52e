from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Site
from tests.cli.mail_site import PREPARE, mail_site
from tests.factories.answers import an_answer
from tests.factories.mail import Postbox, mail_server


def test_without_a_server_or_with_odd_settings_nothing_is_sent_and_said_why(empty_site: Site, tmp_path: Path) -> None:
    site = mail_site(empty_site, tmp_path / "site", 9)
    for name, value, why in (
        ("CORCOM_MAIL_SERVER", "", "There is no server to send through: set CORCOM_MAIL_SERVER."),
        ("CORCOM_MAIL_SERVER", "mail:x", "write host or host:port"),
        ("CORCOM_MAIL_TLS", "perhaps", "write starttls or tls or none"),
        ("CORCOM_MAIL_PER_MINUTE", "many", "write a whole number from 0 to 100,000"),
        ("CORCOM_MAIL_FROM", "nobody", "write an address, or Name <address>"),
    ):
        done = type(site)(site.data, {**site.settings, name: value}).run("send")
        assert (done.returncode, done.stdout) == (2, "")
        (line,) = done.stderr.splitlines()
        assert line.endswith(why)


def test_a_server_that_cannot_be_reached_is_said_in_one_line(empty_site: Site, tmp_path: Path) -> None:
    site = mail_site(empty_site, tmp_path / "site", 9)
    site.python(PREPARE, 2)
    done = site.run("send")
    assert done.returncode == 2
    assert done.stderr.splitlines() == ["127.0.0.1:9: [Errno 111] Connection refused"]
    assert done.stdout.splitlines() == [
        "0 messages sent, 1 wait for another try, 1 released and not yet sent, 0 failed, 0 uncertain"
    ]


def test_what_was_sent_and_refused_is_told_line_by_line(empty_site: Site, tmp_path: Path) -> None:
    box = Postbox(at_recipient=lambda address: "550 nobody here" if "mission1" in address else "250 OK")
    with mail_server(box) as server:
        site = mail_site(empty_site, tmp_path / "site", server.port)
        site.python(PREPARE, 2)
        done = site.run("send")
    assert done.returncode == 2
    assert done.stdout.splitlines() == [
        "1 mission0@state.example: sent: 250 OK: taken",
        "1 message sent, 0 wait for another try, 0 released and not yet sent, 1 failed, 0 uncertain",
    ]
    assert done.stderr.splitlines() == ["2 mission1@state.example: refused: 550 nobody here"]


def test_answers_are_taken_in_from_files_and_filed(empty_site: Site, tmp_path: Path) -> None:
    site = mail_site(empty_site, tmp_path / "site", 9)
    site.python(PREPARE, 1)
    ((identifier,),) = site.rows("select message_id from corcom_outgoingmessage")
    folder = tmp_path / "answers"
    folder.mkdir()
    (folder / "a.eml").write_bytes(an_answer(headers={"In-Reply-To": identifier}))
    (folder / "b.eml").write_bytes(an_answer(message_id="<b@zambia.example>"))
    (folder / "c.eml").write_bytes(b"not a message")
    done = site.run("receive", folder, tmp_path / "missing.eml")
    assert done.returncode == 2
    assert done.stdout.splitlines() == [
        f"{folder}/a.eml: reply, to message 1",
        f"{folder}/b.eml: reply, not filed",
        "4 messages: 1 filed, 1 wait for a person to file them, 0 known already, 2 refused",
    ]
    assert [line.partition(": ")[2] for line in done.stderr.splitlines()] == [
        "this is no e-mail",
        "No such file or directory",
    ]
    again = site.run("receive", folder / "a.eml", folder / "b.eml")
    assert (again.returncode, again.stdout.splitlines()) == (
        0,
        ["2 messages: 0 filed, 0 wait for a person to file them, 2 known already, 0 refused"],
    )
    for words in ((), ("--imap",)):
        assert site.run("receive", *words).returncode == 2
