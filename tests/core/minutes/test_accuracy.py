"""How much of what a careful reader takes from minutes the reader finds: floors, a little below what was reached."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from tests.availability import UNAVAILABLE
from tests.scoring import Count, Scores, misplaced, pooled, score, table

from corcom.documents.domain import extract
from corcom.minutes.domain.format import to_json
from corcom.minutes.domain.reader import read_text

ROOT = Path(__file__).parents[3]
OURS = ROOT / "tests" / "minutes"
TEXTS = {
    "dev": OURS / "dev",
    "heldout": OURS / "heldout",
    "samples": Path(str(files("corcom.minutes").joinpath("samples"))),
}
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "tools" / "score_minutes.py"

# F1 of each measure; the values of the head count as one. Raised whenever the reader gets better.
FLOORS: dict[str, dict[str, float]] = {
    "dev": {
        "head": 0.97,
        "delegations": 0.98,
        "people": 0.98,
        "apologies": 0.98,
        "absent": 0.92,
        "agenda": 0.98,
        "mandates": 0.95,
        "actions": 0.84,
        "actions.explicit": 0.94,
        "actions.owner": 0.81,
        "actions.due": 0.85,
        "decisions": 0.89,
        "next meeting": 0.99,
        "dates": 0.93,
        "figures": 0.95,
        "positions": 0.79,
        "progress": 0.94,
    },
    "heldout": {
        "head": 0.93,
        "delegations": 0.85,
        "people": 0.84,
        "apologies": 0.79,
        "agenda": 0.99,
        "mandates": 0.95,
        "actions": 0.74,
        "actions.explicit": 0.82,
        "actions.owner": 0.75,
        "actions.due": 0.82,
        "decisions": 0.72,
        "next meeting": 0.79,
        "dates": 0.90,
        "figures": 0.90,
        "positions": 0.79,
        "progress": 0.72,
    },
    "samples": {
        "head": 0.99,
        "delegations": 0.99,
        "people": 0.99,
        "apologies": 0.99,
        "agenda": 0.99,
        "mandates": 0.99,
        "actions": 0.87,
        "actions.explicit": 0.99,
        "actions.owner": 0.96,
        "actions.due": 0.96,
        "decisions": 0.99,
        "next meeting": 0.99,
        "dates": 0.96,
        "figures": 0.95,
        "positions": 0.97,
        "progress": 0.99,
    },
}
HEAD = ("date", "start_time", "end_time", "convention", "body", "venue", "chair")

SHARED_FLOORS = {
    ("attendance.delegations", "f1"): 0.95,
    ("attendance.people", "f1"): 0.95,
    ("agenda", "f1"): 0.95,
    ("mandates", "f1"): 0.90,
    ("next meeting", "f1"): 1.00,
    ("dates", "recall"): 0.90,
    ("dates", "precision"): 0.75,
    ("figures", "recall"): 0.85,
    ("figures", "precision"): 0.60,
    ("actions.explicit (recall)", "recall"): 0.95,
    ("actions.all", "recall"): 0.85,
    ("actions.all", "precision"): 0.80,
    ("actions.owner (of matched)", "recall"): 0.85,
    ("actions.due (of matched)", "recall"): 0.90,
    ("decisions", "f1"): 0.70,
}


def text_of(folder: Path, name: str) -> Path:
    """The text that an annotation belongs to."""
    return next(path for path in sorted(folder.glob(f"{name}.*")) if not path.name.endswith(".json"))


def scored(kind: str) -> dict[str, Scores]:
    """The scores of each text of a set; its quotes are looked at on the way."""
    found: dict[str, Scores] = {}
    for gold in sorted((OURS / kind).glob("*.gold.json")):
        name = gold.name.removesuffix(".gold.json")
        text = extract(text_of(TEXTS[kind], name))
        values = to_json(read_text(text))
        assert misplaced(values, text.text) == []
        found[name] = score(json.loads(gold.read_text("utf-8")), values)
    return found


def heads(scores: Scores) -> Count:
    """All values of the head as one measure."""
    return sum((scores[f"header.{key}"] for key in HEAD), Count())


@pytest.fixture(scope="module")
def reached() -> dict[str, Scores]:
    """Set by set, all texts together. A set that is being written anew is empty and says nothing."""
    return {kind: pooled(scored(kind).values()) for kind in FLOORS if any((OURS / kind).glob("*.gold.json"))}


@pytest.mark.parametrize("kind", FLOORS)
def test_the_reader_finds_no_less_than_it_did(reached: dict[str, Scores], kind: str) -> None:
    scores = reached[kind] | {"head": heads(reached[kind])}
    below = [
        f"{measure}: {scores[measure].f1 or 0:.3f} < {floor}"
        for measure, floor in FLOORS[kind].items()
        if (scores[measure].f1 or 0) < floor
    ]
    assert below == [], f"\n{kind}\n{table(scores)}"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The figures of the real records that lie beside the project, by the scorer that lies with them."""
    if not SCORER.exists() or not (SHARED / "minutes").is_dir():
        UNAVAILABLE["accuracy on real records"] = "there is no folder ../shared with records and annotations"
        pytest.skip("there is no folder ../shared with records and annotations")
    readings = tmp_path_factory.mktemp("readings")
    for path in sorted((SHARED / "minutes").glob("*.txt")):
        values = to_json(read_text(extract(path)))
        (readings / f"{path.stem}.json").write_text(json.dumps(values), "utf-8")
    command: list[str | Path] = [
        sys.executable,
        SCORER,
        "--json",
        "--dir",
        "--texts",
        SHARED / "minutes",
        SHARED / "gold",
        readings,
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


@pytest.mark.shared
def test_every_quote_from_the_real_records_stands_at_its_place(shared: dict[str, Any]) -> None:
    assert (shared["quotes"]["wrong"], shared["quotes"]["checked"] > 300) == (0, True)


@pytest.mark.shared
@pytest.mark.parametrize(("measure", "figure"), SHARED_FLOORS)
def test_the_reader_is_as_good_as_promised_on_the_real_records(
    shared: dict[str, Any], measure: str, figure: str
) -> None:
    values = shared["pooled"][measure]
    assert values[figure] >= SHARED_FLOORS[(measure, figure)], values
