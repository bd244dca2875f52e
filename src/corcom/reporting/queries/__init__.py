from corcom.reporting.domain.versions_told import ReportVersionTold
from corcom.reporting.queries.owed import convention_reports, convention_reports_ever
from corcom.reporting.queries.versions import report_versions, version_told

__all__ = [
    "ReportVersionTold",
    "convention_reports",
    "convention_reports_ever",
    "report_versions",
    "version_told",
]
