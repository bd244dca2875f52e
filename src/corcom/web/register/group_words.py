"""The groups of States in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from corcom.register.domain.named_groups import named_groups


def regional_group_in_words(group: str) -> str:
    """A regional group of the United Nations by the short name that is usual; "" for none."""
    return {
        "African": _("African"),
        "Asia-Pacific": _("Asia-Pacific"),
        "Eastern European": _("Eastern European"),
        "GRULAC": _("Latin American and Caribbean"),
        "WEOG": _("Western European and other"),
    }.get(group, "")


def named_group_in_words(code: str) -> str:
    """What a named group is called; one that the catalogues do not know is called as its file has it."""
    known = {
        "ASEAN": _("Association of Southeast Asian Nations"),
        "AU": _("African Union"),
        "EU": _("European Union"),
        "LDC": _("Least developed countries"),
        "LLDC": _("Landlocked developing countries"),
        "NATO": _("North Atlantic Treaty Organization"),
        "OAS": _("Organization of American States"),
        "OIC": _("Organisation of Islamic Cooperation"),
        "PIF": _("Pacific Islands Forum"),
        "SIDS": _("Small island developing States"),
    }
    group = named_groups().get(code)
    return known.get(code) or (group.name if group else code)
