from corcom.access.domain.links import GivenLink, LinkRefused
from corcom.access.queries.accounts import account_named, name_of_account
from corcom.access.queries.capacities import capacities_of, capacity_of, rights_of
from corcom.access.queries.circles import circles_of
from corcom.access.queries.links import link_of, links_for
from corcom.access.queries.listed import (
    ACCOUNT_LINK,
    AccountLine,
    AccountStepTaken,
    account_line,
    account_steps,
    accounts,
    accounts_of_person,
    open_link,
)

__all__ = [
    "ACCOUNT_LINK",
    "AccountLine",
    "AccountStepTaken",
    "GivenLink",
    "LinkRefused",
    "account_line",
    "account_named",
    "account_steps",
    "accounts",
    "accounts_of_person",
    "capacities_of",
    "capacity_of",
    "circles_of",
    "link_of",
    "links_for",
    "name_of_account",
    "open_link",
    "rights_of",
]
