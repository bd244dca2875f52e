"""Groups of tests that cannot run on this machine, with the reason; the summary names each once."""

from __future__ import annotations

UNAVAILABLE: dict[str, str] = {}
