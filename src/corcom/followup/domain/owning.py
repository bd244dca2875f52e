"""Who is meant by a name: a State, an organisation, a body or an office; whoever else goes by it."""

from __future__ import annotations

from corcom.kernel.actor import Actor
from corcom.kernel.folding import folded
from corcom.register.domain.gazetteer import party
from corcom.rulebooks.naming import body_named, group_named, office_named
from corcom.rulebooks.reading import conventions

GROUP = "group:"
"""What the code of a working group begins with; the code of its theme follows."""


def actor_named(name: str, convention: str = "") -> Actor:
    """The actor that a name stands for: a State, organisation, body or office, else whoever goes by that name.

    >>> [actor_named(name, "CCM").code for name in ("the Netherlands", "ISU", "6MSP President", "CorCom")]
    ['NLD', 'ccm-isu', 'office:president', 'body:coordination-committee']
    >>> actor_named("Working Group on Victim Assistance", "CCM").code
    'group:victim-assistance'
    """
    # "The ISU" is that of the convention whose minutes these are.
    known = (party(f"{convention} {name}") if convention else None) or party(name)
    if known is not None:
        return Actor(known.code, known.name)
    if convention and (theme := group_named(convention, name)) is not None:
        return Actor(f"{GROUP}{theme.code}", name.strip()[:200])
    # Where a text does not name its convention, an office is understood as any rulebook has it.
    for code in (convention,) if convention else conventions():
        body = body_named(code, name)
        if body is not None and folded(name).removeprefix("the ") in map(folded, (body.name, *body.aliases)):
            return Actor(f"body:{body.code}", body.name)
        office = office_named(code, name)
        if office is not None:
            return Actor(f"office:{office.code}", office.name)
    return Actor(f"name:{folded(name)[:100]}", name.strip()[:200])
