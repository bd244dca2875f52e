"""The values of a rulebook's files: plain YAML, small, every key once, and nothing that refers to something else.

A few lines of YAML with aliases can stand for more values than memory holds; a rulebook needs none.
"""

from __future__ import annotations

from pathlib import Path

import yaml
from yaml.composer import ComposerError
from yaml.constructor import ConstructorError, SafeConstructor
from yaml.events import AliasEvent

from corcom.rulebooks.entry import RulebookRefused

LARGEST = 200_000
"""Bytes of one file."""


class _Plain(yaml.SafeLoader):
    def compose_node(self, parent: yaml.Node | None, index: object) -> yaml.Node | None:
        if self.check_event(AliasEvent):
            here = self.peek_event().start_mark  # type: ignore[no-untyped-call]  # the stubs leave it open
            raise ComposerError(None, None, "an alias (*) stands here; write the values out", here)
        return super().compose_node(parent, index)  # type: ignore[arg-type]  # the stubs know a number only

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:  # noqa: FBT001, FBT002  the library's own form
        seen: set[str] = set()
        for key, _ in node.value:
            if str(key.value) in seen:
                raise ConstructorError(None, None, f"{key.value} stands here twice", key.start_mark)
            seen.add(str(key.value))
        return super().construct_mapping(node, deep=deep)

    def construct_day(self, node: yaml.ScalarNode) -> object:
        """A day; one that does not exist stays as it is written, so that it is refused where it stands."""
        try:
            return self.construct_yaml_timestamp(node)
        except ValueError:
            return node.value


_Plain.yaml_constructors = {**SafeConstructor.yaml_constructors, "tag:yaml.org,2002:timestamp": _Plain.construct_day}


def loaded(folder: Path, name: str) -> object:
    """What a file of a rulebook says, as plain values; raises `RulebookRefused` for one that cannot be read."""
    file = f"{folder.name}/{name}.yaml"
    try:
        data = (folder / f"{name}.yaml").read_bytes()
        if len(data) > LARGEST:
            raise RulebookRefused(file=file, key=name, found=f"{len(data)} bytes", allowed=f"at most {LARGEST} bytes")
        return yaml.load(data.decode(), Loader=_Plain)  # noqa: S506  it is a SafeLoader
    except FileNotFoundError as error:
        raise RulebookRefused(file=file, key=name, found="no file", allowed="a YAML file") from error
    except (OSError, ValueError, yaml.YAMLError, RecursionError) as error:
        found = " ".join(str(error).split())
        raise RulebookRefused(file=file, key=name, found=found, allowed="a YAML file of plain values") from error
