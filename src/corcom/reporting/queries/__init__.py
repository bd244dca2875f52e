from corcom.reporting.queries.owed import convention_reports, convention_reports_ever
from corcom.reporting.queries.versions import ReportVersionTold, report_versions, version_told

__all__ = [
    "ReportVersionTold",
    "convention_reports",
    "convention_reports_ever",
    "report_versions",
    "version_told",
]
