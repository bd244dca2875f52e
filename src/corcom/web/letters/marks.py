"""What became of a copy, by e-mail and on paper, as marks of a table."""

from __future__ import annotations

from django.utils.translation import gettext as _

from corcom.correspondence.domain.letters_told import CopyTold, LetterTold, MessageTold
from corcom.web.outbox.words import message_mark
from corcom.web.pieces import StatusMark


def copy_marks(letter: LetterTold, copy: CopyTold) -> tuple[StatusMark, ...]:
    """Answered, then where its e-mail stands, then its paper; one that does not go says so, and so does one that only waits."""
    if copy.left_out:
        return (StatusMark("none", _("left out")),)
    marks = [StatusMark("met", _("answered"))] if copy.answers else []
    marks += [*_by_email(copy), *_on_paper(letter, copy)]
    return tuple(marks) or (StatusMark("due", _("made") if copy.pdf else _("not made yet")),)


def _by_email(copy: CopyTold) -> list[StatusMark]:
    if not copy.uncertain and copy.came_back:
        return [StatusMark("overdue", _("came back"))]
    return [message_mark(copy.standing)] if copy.standing else []


def messages_marked(copy: CopyTold) -> list[tuple[MessageTold, StatusMark]]:
    """Each message of a copy, and how it stands; one that came back says so, whatever the server said before."""
    back = StatusMark("overdue", _("came back"))
    return [(one, back if one.came_back else message_mark(one.state)) for one in copy.messages]


def _on_paper(letter: LetterTold, copy: CopyTold) -> list[StatusMark]:
    if copy.postings:
        return [StatusMark("met", _("posted"))]
    return [StatusMark("due", _("on paper, not posted yet"))] if copy in letter.to_post else []
