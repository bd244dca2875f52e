"""The paper of a copy in words: by which way it left, whether it still waits."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.correspondence.domain.letter_posting import Posting, PostingWay
from corcom.web.wording import in_words

WAYS: dict[PostingWay, Promise] = {
    "bag": gettext_lazy("diplomatic bag"),
    "post": gettext_lazy("by post"),
    "courier": gettext_lazy("by courier"),
    "hand": gettext_lazy("by hand"),
    "other": gettext_lazy("by another way"),
}


def posting_in_words(posting: Posting) -> str:
    """On which day and by which way a paper left, with what was remarked."""
    words = _("%(day)s, %(way)s") % {"day": in_words(posting.on), "way": WAYS[posting.way]}
    return f"{words} ({posting.remark})" if posting.remark else words


def count_in_words(posted: int, to_post: int) -> str:
    """How many papers have left, of those that are to; "" where none is to."""
    if not posted and not to_post:
        return ""
    return _("%(posted)d of %(all)d posted") % {"posted": posted, "all": posted + to_post}
