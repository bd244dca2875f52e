"""How a body is named where bodies of several conventions stand side by side."""

from __future__ import annotations


def body_with_convention(body: str, convention: str) -> str:
    """A body so that it is not taken for that of another convention.

    >>> body_with_convention("Coordination Committee", "CCM"), body_with_convention("Staff", "")
    ('Coordination Committee (CCM)', 'Staff')
    """
    return f"{body} ({convention})" if convention else body
