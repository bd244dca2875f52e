"""The JSON Schema (2020-12) of a typed record, so that what is published and its description cannot drift apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import TypeAdapter

Schema = dict[str, Any]
Formed = Callable[[str, Schema], Schema]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(kind: type[Any], title: str) -> Schema:
    """The schema of what a record is written as."""
    found: Schema = tidy(TypeAdapter(kind).json_schema(mode="serialization"))
    return {"$schema": DIALECT, "title": title, **found}


def tidy(schema: Any, formed: Formed = lambda _key, one: one) -> Any:
    """Without the titles that repeat a key; every key is there and no other. `formed` adds what a key says of its form."""
    if isinstance(schema, list):
        return [tidy(one, formed) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {
        key: tidy(one, formed)
        for key, one in schema.items()
        if key not in {"title", "default"} or isinstance(one, dict)
    }
    if isinstance(schema.get("properties"), dict):
        found["properties"] = {key: formed(key, one) for key, one in found["properties"].items()}
        found |= {"required": list(found["properties"]), "additionalProperties": False}
    if isinstance(found.get("description"), str):
        found["description"] = " ".join(found["description"].split())
    return found
