"""What a value that does not fit should have been, in plain words instead of those of the library that checked it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

_LIST: Final = "a list is expected"
_OBJECT: Final = "an object with its keys is expected"
_DAY: Final = "a day is expected, such as 2026-05-31"
_MOMENT: Final = "a moment is expected, such as 2026-05-31T09:30:00Z"
_NUMBER: Final = "a whole number is expected"
_WORDS: Final = {
    **dict.fromkeys(("tuple_type", "list_type", "set_type", "frozen_set_type"), _LIST),
    **dict.fromkeys(("dict_type", "mapping_type", "model_type", "model_attributes_type", "dataclass_type"), _OBJECT),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"), _DAY),
    **dict.fromkeys(("datetime_type", "datetime_parsing", "datetime_from_date_parsing"), _MOMENT),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), _NUMBER),
    **dict.fromkeys(("float_type", "float_parsing"), "a number is expected"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "true or false is expected"),
    **dict.fromkeys(("string_type", "string_sub_type"), "text is expected"),
    **dict.fromkeys(("missing", "missing_argument", "missing_keyword_only_argument"), "it is missing"),
    **dict.fromkeys(("extra_forbidden", "unexpected_keyword_argument"), "not known"),
}


def expected(problem: Mapping[str, Any]) -> str:
    """What is wrong, for one of the problems that pydantic lists (`error.errors()`).

    >>> expected({"type": "tuple_type", "msg": "Input should be a valid tuple"})
    'a list is expected'
    >>> expected({"type": "literal_error", "msg": "…", "ctx": {"expected": "'open' or 'done'"}})
    "'open' or 'done' is expected"
    """
    if problem["type"] == "literal_error":
        return f"{problem['ctx']['expected']} is expected"
    return _WORDS.get(problem["type"]) or str(problem["msg"])
