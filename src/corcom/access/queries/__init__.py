from corcom.access.queries.accounts import account_named, name_of_account
from corcom.access.queries.circles import circles_of
from corcom.access.queries.links import GivenLink, LinkRefused, link_of, links_for

__all__ = [
    "GivenLink",
    "LinkRefused",
    "account_named",
    "circles_of",
    "link_of",
    "links_for",
    "name_of_account",
]
