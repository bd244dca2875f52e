from corcom.reporting.actions.drafting import open_draft, save_part
from corcom.reporting.actions.errors import (
    MayNotBeRestricted,
    NoSuchPart,
    NoSuchReturnedForm,
    NoSuchVersion,
    PartChanged,
    ReceivedInTheFuture,
    ReportIncomplete,
    ReportNotOwed,
    StepRefused,
    WithoutWords,
)
from corcom.reporting.actions.handing_in import CHANNELS, ReceivedReport, file_report, recall_report, submit_report
from corcom.reporting.actions.offline import SentForm, keep_form, take_in_form
from corcom.reporting.actions.reviewing import accept_report, remark_on_report, take_up_report

__all__ = [
    "CHANNELS",
    "MayNotBeRestricted",
    "NoSuchPart",
    "NoSuchReturnedForm",
    "NoSuchVersion",
    "PartChanged",
    "ReceivedInTheFuture",
    "ReceivedReport",
    "ReportIncomplete",
    "ReportNotOwed",
    "SentForm",
    "StepRefused",
    "WithoutWords",
    "accept_report",
    "file_report",
    "keep_form",
    "open_draft",
    "recall_report",
    "remark_on_report",
    "save_part",
    "submit_report",
    "take_in_form",
    "take_up_report",
]
