from corcom.reporting.domain.versions_told import ReportVersionTold
from corcom.reporting.queries.findings import ReportFindings, convention_findings, report_findings
from corcom.reporting.queries.owed import convention_reports, convention_reports_ever
from corcom.reporting.queries.versions import report_versions, version_told

__all__ = [
    "ReportFindings",
    "ReportVersionTold",
    "convention_findings",
    "convention_reports",
    "convention_reports_ever",
    "report_findings",
    "report_versions",
    "version_told",
]
