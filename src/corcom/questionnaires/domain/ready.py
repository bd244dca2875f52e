"""The questionnaires that come with the package (`data/`), as a start."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

from corcom.questionnaires.domain.questions import QuestionForm
from corcom.questionnaires.domain.questions_json import form_from
from corcom.rulebooks.loading import loaded

_DATA = Path(__file__).parent.parent / "data"


@cache
def ready_forms() -> Mapping[str, QuestionForm]:
    """Each by its name. Errors: `RulebookRefused` for a file that cannot be read."""
    names = sorted(path.stem for path in _DATA.glob("*.yaml"))
    return {name: form_from(cast("Mapping[str, Any]", loaded(_DATA, name))) for name in names}
