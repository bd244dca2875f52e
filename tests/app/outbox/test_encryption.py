"""Mail over encrypted lines, with a certificate of our own making."""

from __future__ import annotations

import ssl
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from tests.factories.mail import Postbox, mail_server, mail_settings
from tests.factories.messages import released
from tests.factories.rows import AT

from corcom.outbox.domain.server import Encryption
from corcom.outbox.jobs import Paused, send_due


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("certificate")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    words = f"req -x509 -newkey rsa:2048 -nodes -keyout {key} -out {certificate} -days 2 -subj /CN=localhost"
    subprocess.run(
        ["openssl", *words.split(), "-addext", "subjectAltName=IP:127.0.0.1"], check=True, capture_output=True
    )
    return certificate, key


ENCRYPTIONS: tuple[Encryption, ...] = ("starttls", "tls")


@pytest.mark.parametrize("encryption", ENCRYPTIONS)
def test_a_certificate_is_checked(
    certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, encryption: Encryption
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    options = {"ssl_context": context} if encryption == "tls" else {"tls_context": context, "require_starttls": True}
    box = Postbox()
    released()
    with mail_server(box, **options) as plain:
        mail = mail_settings(replace(plain, encryption=encryption))
        (paused,) = send_due(mail=mail, now=lambda: AT)
        assert isinstance(paused, Paused)
        assert "certificate verify failed" in paused.trouble
        assert box.received == []
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
        later = AT.replace(hour=AT.hour + 1)
        assert [getattr(each, "outcome", "") for each in send_due(mail=mail, now=lambda: later)] == ["sent", ""]
    assert len(box.received) == 1
