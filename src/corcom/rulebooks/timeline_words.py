"""Words of the time-lines and of the holidays that come with the package, marked for the translators' tool.

They stand in YAML, where the tool does not look; a test holds the two together. Sources and readings stay in English.
"""

from __future__ import annotations

from corcom.kernel.marked import gettext_noop

TIMELINES = (
    gettext_noop("Meetings of the Standing Committees"),
    gettext_noop("Meeting of States Parties"),
    gettext_noop("Monthly meeting of the Coordination Committee"),
)

STEPS = (
    gettext_noop("Prepare the programmes and reach out to States Parties"),
    gettext_noop("Report to the Coordinating Committee on preparations"),
    gettext_noop("Sign off final agendas and background documents"),
    gettext_noop("Sign off the final letter of invitation"),
    gettext_noop("Send the package of information to all States and relevant organizations"),
    gettext_noop("Hold the meetings of the Standing Committees"),
    gettext_noop("Give the reports of the meetings to the ISU"),
    gettext_noop("Circulate the draft agenda and programme of work for input"),
    gettext_noop("Send input on the draft agenda"),
    gettext_noop("Write the sections of the progress report"),
    gettext_noop("Send the invitations"),
    gettext_noop("Submit all documents for translation"),
    gettext_noop("Translate the documents into the six official languages"),
    gettext_noop("Publish the final documents in all languages"),
    gettext_noop("Hold the Meeting of States Parties"),
    gettext_noop("Submit the final report for publication"),
    gettext_noop("Circulate the agenda"),
    gettext_noop("Hold the meeting"),
    gettext_noop("Circulate the draft minutes"),
    gettext_noop("Send comments on the draft minutes"),
)

WHO = (
    gettext_noop("Co-Chairs"),
    gettext_noop("Co-Rapporteurs"),
    gettext_noop("President"),
    gettext_noop("Director of the GICHD"),
    gettext_noop("ISU"),
    gettext_noop("States Parties"),
    gettext_noop("Coordinators"),
    gettext_noop("Conference services of the United Nations"),
    gettext_noop("Members of the committee"),
)

HOLIDAYS = (
    gettext_noop("New Year's Day"),
    gettext_noop("Good Friday"),
    gettext_noop("Easter Monday"),
    gettext_noop("Ascension Day"),
    gettext_noop("Whit Monday"),
    gettext_noop("Jeûne genevois"),
    gettext_noop("Christmas Day"),
    gettext_noop("Memorial Day"),
    gettext_noop("Independence Day"),
    gettext_noop("Labour Day"),
    gettext_noop("Thanksgiving Day"),
    gettext_noop("Eid al-Fitr"),
    gettext_noop("Eid al-Adha"),
    gettext_noop("a further day, which the list of each year names"),
    gettext_noop("whether Whit Monday and Jeûne genevois, or 26 and 27 December"),
    gettext_noop("Presidents' Day, in the years that have it"),
)

PLACES = (gettext_noop("Geneva"), gettext_noop("New York"))
