"""People of the directory for tests, all of them made up."""

from __future__ import annotations

from datetime import date

from corcom.directory.domain.people import Affiliation, ContactPoint, Entry, Person

ANA = Entry(
    person=Person(name="Ana Lucía Müller", title="H.E. Ms.", languages=("es", "fr"), note="prefers letters"),
    affiliations=(
        Affiliation(delegation="CHL", function="Counsellor", since=date(2012, 1, 1), until=date(2016, 1, 1)),
        Affiliation(delegation="NOR", function="Permanent Representative", since=date(2016, 1, 1)),
    ),
    contacts=(
        ContactPoint(value="ana@example.org"),
        ContactPoint(kind="phone", value="+41 22 123 45 67", purpose="invitations", convention="CCM"),
        ContactPoint(kind="post", value="Rue des Essais 1, 1202 Genève", public=True),
    ),
)
BO = Entry(
    person=Person(name="Bo Bergström"),
    affiliations=(Affiliation(delegation="NOR"),),
    contacts=(ContactPoint(value="bo@example.org", purpose="finance"),),
)
MISSION = Entry(
    person=None,
    affiliations=(Affiliation(delegation="NOR"),),
    contacts=(ContactPoint(value="mission@example.org", purpose="invitations", public=True),),
)
