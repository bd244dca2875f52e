"""Reading a form that came back: which format it is, what stands in it, and whose it says that it is."""

from __future__ import annotations

from dataclasses import dataclass

from corcom.documents.domain.limits import MB, Limits
from corcom.documents.domain.package import Package
from corcom.documents.domain.paper_files import checked_paper
from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.offline.form_docx_read import found_in_docx
from corcom.reporting.domain.offline.form_xlsx_read import found_in_xlsx
from corcom.reporting.domain.offline.found import FoundForm
from corcom.reporting.domain.offline.offline_refused import FormRefused
from corcom.reporting.domain.offline.stamps import FormStamp, stamp_of

LIMITS = Limits(file_bytes=10 * MB, part_bytes=16 * MB)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedForm:
    """A form as it came back: its stamp, and what stands in it."""

    stamp: FormStamp
    found: FoundForm


def found_in(data: bytes, *, name: str) -> ReturnedForm:
    """What stands in a file.

    Errors: `DocumentRefused` for one that is no .docx or .xlsx, has macros, a password, or unpacks to more than is sensible;
    `FormRefused` for one that is no form, or more than one.
    """
    media = checked_paper(data, name=name, limits=LIMITS)
    package = Package(data, name=name, limits=LIMITS)
    if media.endswith("wordprocessingml.document"):
        found = found_in_docx(package)
    elif media.endswith("spreadsheetml.sheet"):
        found = found_in_xlsx(package)
    else:
        words = gettext_noop("This is neither a .docx nor an .xlsx. Send back the form itself, saved as what it was.")
        raise FormRefused(Filled(words))
    return ReturnedForm(stamp=stamp_in(found), found=found)


def stamp_in(found: FoundForm) -> FormStamp:
    """The one stamp of a file. Errors: `FormRefused`."""
    if not found.stamps:
        words = gettext_noop(
            "This file has no stamp of a form that CorCom gave out. Download the form from this page, and copy your answers "
            "into it."
        )
        raise FormRefused(Filled(words))
    if len(found.stamps) > 1:
        words = gettext_noop("This file was put together from several forms. Send each of them back by itself.")
        raise FormRefused(Filled(words))
    return stamp_of(next(iter(found.stamps)))
