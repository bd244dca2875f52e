from __future__ import annotations

import argparse
from collections.abc import Iterator
from pkgutil import iter_modules

from django.core.management import load_command_class

import corcom.management.commands

HEAD = """\
# Commands

<!-- Written by `corcom docs` from src/corcom/management/commands/; change it there. -->

`corcom COMMAND --help` says the same. Beside these, Django's own commands work: `corcom migrate` makes or renews the
tables, `corcom collectstatic` compresses style sheets and scripts, `corcom check --deploy` looks a site over.

Exit status: 0 when all was done, 2 when something was refused (each with one line on standard error), 130 when it was
stopped by Ctrl-C.
"""
_DJANGOS = {"help", "version", "verbosity", "settings", "pythonpath", "traceback", "no_color", "force_color"}
_DJANGOS |= {"skip_checks"}


def names() -> list[str]:
    """The commands of CorCom."""
    return sorted(module.name for module in iter_modules(corcom.management.commands.__path__))


def commands_page() -> str:
    """Every command with its arguments."""
    return HEAD + "".join(_section(name) for name in names())


def _section(name: str) -> str:
    parser = load_command_class("corcom", name).create_parser("corcom", name)
    arguments = [action for action in parser._actions if action.dest not in _DJANGOS]  # noqa: SLF001  argparse lists them nowhere else
    written = " ".join(_in_a_call(action) for action in arguments)
    lines = "".join(_lines(arguments))
    return f"\n## corcom {name}\n\n{parser.description}\n\n```\n{f'corcom {name} {written}'.rstrip()}\n```\n{lines and chr(10)}{lines}"


def _lines(arguments: list[argparse.Action]) -> Iterator[str]:
    for action in arguments:
        yield f"- `{_written(action)}`: {(action.help or '').replace('%%', '%')}\n"


def _written(action: argparse.Action) -> str:
    value = _value(action)
    flags = ", ".join(action.option_strings)
    return f"{flags} {value}".strip() if flags else value


def _in_a_call(action: argparse.Action) -> str:
    if not action.option_strings:
        return _value(action)
    written = f"{action.option_strings[0]} {_value(action)}".strip()
    return written if action.required else f"[{written}]"


def _value(action: argparse.Action) -> str:
    """The value as it is written: `FILE…`, `text|json`, nothing for a switch."""
    if action.nargs == 0:
        return ""
    value = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    if action.choices and not isinstance(action.metavar, str):
        value = "|".join(map(str, action.choices))
    return f"{value}…" if action.nargs in {"+", "*"} else value
