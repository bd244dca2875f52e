from corcom.reporting.domain.versions_told import ReportVersionTold
from corcom.reporting.queries.at_work import reports_at_work, reports_to_take_up
from corcom.reporting.queries.findings import ReportFindings, convention_findings, report_findings
from corcom.reporting.queries.owed import convention_reports, convention_reports_ever, state_reports
from corcom.reporting.queries.record_counts import counts_on_record
from corcom.reporting.queries.returned_forms import KeptForm, content_of, kept_forms
from corcom.reporting.queries.versions import other_answers, report_versions, reported_years, version_told

__all__ = [
    "KeptForm",
    "ReportFindings",
    "ReportVersionTold",
    "content_of",
    "convention_findings",
    "convention_reports",
    "convention_reports_ever",
    "counts_on_record",
    "kept_forms",
    "other_answers",
    "report_findings",
    "report_versions",
    "reported_years",
    "reports_at_work",
    "reports_to_take_up",
    "state_reports",
    "version_told",
]
