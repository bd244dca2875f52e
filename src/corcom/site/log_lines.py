"""What the log says in how many lines."""

from __future__ import annotations

import logging


class RefusalsInALine(logging.Filter):
    """Somebody lacked a right: the line that says so is enough, since nothing failed."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let the record pass, without its traceback."""
        if getattr(record, "status_code", None) == 403:
            record.exc_info = None
        return True
