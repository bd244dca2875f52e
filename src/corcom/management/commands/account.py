"""`corcom account NAME --role secretariat`: open an account, or change one."""

from __future__ import annotations

import getpass
import secrets
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from corcom.access.actions import AccountTaken, change_account, open_account
from corcom.access.domain.rights import RIGHTS
from corcom.kernel import clock
from corcom.management.ending import one_line


class Command(BaseCommand):
    help = "Open an account, or change what is given of one that is there."
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="the name to sign in with")
        parser.add_argument(
            "--role", choices=list(RIGHTS), help="what the account may do (default for a new one: reader)"
        )
        parser.add_argument("--full-name", help="the person's name, as it is shown")
        parser.add_argument("--email", help="an address, which also serves to sign in")
        parser.add_argument(
            "--password-stdin", action="store_true", help="read the password from the first line of standard input"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with one_line():
            self._open(options)

    def _open(self, options: dict[str, Any]) -> None:
        name, role = options["name"], options["role"] or "reader"
        password = _password(from_stdin=options["password_stdin"])
        given = password or secrets.token_urlsafe(12)
        try:
            open_account(
                username=name,
                role=role,
                password=given,
                name=options["full_name"] or "",
                email=options["email"] or "",
                at=clock.now(),
            )
        except AccountTaken as taken:
            self._change(taken.username, password, options)
            return
        self.stdout.write(f"Opened the account {name} ({role}).")
        if not password:
            self.stdout.write(f"Its password is {given}")

    def _change(self, name: str, password: str, options: dict[str, Any]) -> None:
        """Change what was given and nothing else."""
        role, person, email = options["role"], options["full_name"], options["email"]
        change_account(username=name, role=role, password=password or None, name=person, email=email, at=clock.now())
        parts = {
            f"role ({role})": role is not None,
            "password": bool(password),
            "full name": person is not None,
            "e-mail address": email is not None,
        }
        changed = ", ".join(part for part, given in parts.items() if given)
        told = f"changed its {changed}" if changed else "nothing changed"
        self.stdout.write(f"The account {name} was there already; {told}.")


def _password(*, from_stdin: bool) -> str:
    """The password that was typed or sent; empty where there is nobody to type one."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\n")
    if sys.stdin.isatty():
        return getpass.getpass("Password (empty: one is made up and shown): ")
    return ""
