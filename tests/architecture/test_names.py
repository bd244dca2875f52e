"""Names say what a thing is in the field's words; what is unnamed or unexplained is found here."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.house import PACKAGE, ROOT, functions, parsed, short, sources

EVERY = [*sources(".py"), *sources(".py", below=ROOT / "tests"), *sources(".py", below=ROOT / "bench")]
SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "services", "service", "manager", "managers"}
SAY_LITTLE = ("process_", "handle_", "manage_", "do_")


def in_domain(path: Path) -> bool:
    return "domain" in path.relative_to(PACKAGE).parts


def in_layer(path: Path, layer: str) -> bool:
    return layer in {part.removesuffix(".py") for part in path.relative_to(PACKAGE).parts[1:]}


def test_modules_say_what_they_hold() -> None:
    named = {short(path) for path in EVERY if SAY_NOTHING & {*path.parent.parts, path.stem}}
    assert named == set()


def test_functions_say_what_they_do() -> None:
    # Methods that Django or another library calls by that name are theirs to name.
    theirs = {"process_request", "process_response", "process_view", "process_exception"}
    theirs |= {"handle_EHLO", "handle_RCPT", "handle_DATA"}
    named = {
        f"{short(path)}:{each.name}"
        for path in EVERY
        for each in functions(path)
        if each.name.lstrip("_").startswith(SAY_LITTLE) and each.name not in theirs
    }
    assert named == set()


def test_every_module_of_a_domain_says_what_it_is_for() -> None:
    silent = [
        short(path) for path in sources(".py") if in_domain(path) and parsed(path).body and not _docstring(parsed(path))
    ]
    # A folder's `__init__.py` only lists names; its README or its modules speak.
    assert [name for name in silent if not name.endswith("__init__.py")] == []


def test_every_action_and_query_says_what_it_does() -> None:
    silent = [
        f"{short(path)}:{each.name}"
        for path in sources(".py")
        if not in_domain(path) and (in_layer(path, "actions") or in_layer(path, "queries"))
        for each in parsed(path).body
        if isinstance(each, ast.FunctionDef) and not each.name.startswith("_") and not _docstring(each)
    ]
    assert silent == []


def test_what_a_check_passes_over_has_its_reason() -> None:
    # The code of the rule, two blanks, the reason; for types the kind, and the reason behind a further sign.
    marks = re.compile(r"#\s*noqa(?!:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*\s+\S)|#\s*type:\s*ignore(?!\[[\w,\s-]+\]\s+#\s*\S)")
    unexplained = {
        f"{short(path)}:{number}"
        for path in EVERY
        if path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if marks.search(line)
    }
    assert unexplained == set()


def _docstring(node: ast.Module | ast.FunctionDef) -> str | None:
    return ast.get_docstring(node)
