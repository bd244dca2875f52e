"""The directions in which the house may be walked."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

from django.apps import apps
from tests.house import LAYERS, PACKAGE, ROOT

HELD = 4
"""Contracts in pyproject.toml."""


def test_every_import_keeps_to_the_contracts() -> None:
    linted = subprocess.run(
        [Path(sys.executable).parent / "lint-imports"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert linted.stdout.rstrip().splitlines()[-1] == f"Contracts: {HELD} kept, 0 broken."
    assert linted.returncode == 0


def test_the_layers_here_are_those_of_the_contract() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = next(contract["layers"] for contract in contracts["contracts"] if contract.get("containers") == ["corcom"])
    assert [name for layer in layers for name in layer.split(" | ")] == list(LAYERS)


def test_every_package_is_placed() -> None:
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert packages - {"migrations", "locale"} == set(LAYERS)


def test_no_foreign_key_points_upward() -> None:
    # A key may be written as text, which the linter of imports cannot see.
    upward = [
        f"{model.__name__}.{field.name} -> {target.__name__}"
        for model in apps.get_app_config("corcom").get_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created
        if (target := field.related_model) and not isinstance(target, str) and _layer(target) < _layer(model)
    ]
    assert upward == []


def _layer(model: type) -> int:
    """How far down a model's table lies; Django's own tables lie below all."""
    top, *rest = model.__module__.split(".")
    return LAYERS.index(rest[0]) if top == "corcom" else len(LAYERS)
