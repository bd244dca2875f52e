"""Whether a program answered: "out of office" and the like (RFC 3834, and what is used beside it)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_TELLING: Final = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply")
_SUBJECT: Final = re.compile(
    r"(automatic reply|auto(?:matic)?[- ]?repl(?:y|ied)|autoreply|out of (?:the )?office|"
    r"réponse automatique|absence du bureau|absent du bureau|respuesta automática|fuera de la oficina|"
    r"automatische antwort|abwesenheitsnotiz|автоответ|автоматический ответ|自动回复|自動回覆|رد تلقائي|الرد التلقائي)",
    re.IGNORECASE,
)
"""How mail programs begin the subject of such an answer, in the languages of missions."""


def is_automatic(headers: Mapping[str, str], subject: str) -> bool:
    """Whether a message says that no person wrote it. Names and values of headers in small letters.

    >>> is_automatic({"auto-submitted": "auto-replied"}, "Re: letter"), is_automatic({}, "Automatic reply: letter")
    (True, True)
    >>> is_automatic({"auto-submitted": "no"}, "Re: out of office hours of the mission")
    False
    """
    submitted = headers.get("auto-submitted", "no").partition(";")[0].strip()
    if submitted not in {"no", ""} or any(name in headers for name in _TELLING):
        return True
    if headers.get("precedence", "") in {"auto_reply", "auto-reply"}:
        return True
    return bool(_SUBJECT.match(subject.strip()))
