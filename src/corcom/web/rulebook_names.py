"""The names of offices, themes and bodies in the rulebooks, marked for the translators' tool, which reads no YAML."""

from __future__ import annotations

from corcom.kernel.marked import gettext_noop

NAMES = (
    gettext_noop("President"),
    gettext_noop("President-designate"),
    gettext_noop("Immediate past President"),
    gettext_noop("Coordinator"),
    gettext_noop("Executive Coordinator"),
    gettext_noop("Director of the Implementation Support Unit"),
    gettext_noop("General Status and Operation"),
    gettext_noop("Universalization"),
    gettext_noop("Victim Assistance"),
    gettext_noop("Clearance and Risk Reduction"),
    gettext_noop("Stockpile Destruction and Retention"),
    gettext_noop("Cooperation and Assistance"),
    gettext_noop("Transparency Reporting"),
    gettext_noop("National Implementation Measures"),
    gettext_noop("Meeting of States Parties"),
    gettext_noop("Review Conference"),
    gettext_noop("Amendment Conference"),
    gettext_noop("Preparatory Meeting"),
    gettext_noop("Coordination Committee"),
    gettext_noop("Intersessional Meeting"),
    gettext_noop("Open-ended informal consultations"),
    gettext_noop("Member of a working group"),
    gettext_noop("Friend of the President"),
    gettext_noop("Standing observer"),
    gettext_noop("Co-Chair"),
    gettext_noop("Co-Rapporteur"),
    gettext_noop("Mine Clearance"),
    gettext_noop("Stockpile Destruction"),
    gettext_noop("Resource Mobilization"),
    gettext_noop("Transparency"),
    gettext_noop("Sponsorship Programme"),
    gettext_noop("Meeting of the States Parties"),
    gettext_noop("Coordinating Committee"),
    gettext_noop("Standing Committee"),
    gettext_noop("Coordinator of a contact group"),
)
