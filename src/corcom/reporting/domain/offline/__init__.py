"""A report form offline: a .docx or .xlsx that is filled in elsewhere, and what comes back, read and compared with the draft."""

from corcom.reporting.domain.offline.comparing import ComparedPart, compared_parts
from corcom.reporting.domain.offline.form_docx import form_docx
from corcom.reporting.domain.offline.form_xlsx import form_xlsx
from corcom.reporting.domain.offline.laid_out import OfflineForm
from corcom.reporting.domain.offline.offline_refused import FormRefused
from corcom.reporting.domain.offline.own_words import in_own_words
from corcom.reporting.domain.offline.reading import ReturnedForm, found_in, stamp_in
from corcom.reporting.domain.offline.returned import returned_form
from corcom.reporting.domain.offline.stamp_checks import check_stamp
from corcom.reporting.domain.offline.stamps import FormStamp, stamped

__all__ = [
    "ComparedPart",
    "FormRefused",
    "FormStamp",
    "OfflineForm",
    "ReturnedForm",
    "check_stamp",
    "compared_parts",
    "form_docx",
    "form_xlsx",
    "found_in",
    "in_own_words",
    "returned_form",
    "stamp_in",
    "stamped",
]
