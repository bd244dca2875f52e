from corcom.access.actions.accounts import (
    AccountRefused,
    AccountTaken,
    NoSuchAccount,
    NoSuchRole,
    account_of_command,
    change_account,
    open_account,
)
from corcom.access.actions.links import LinkAlreadyUsed, LinkNeedsAnEnd, NoSuchLink, give_link, use_link, withdraw_link

__all__ = [
    "AccountRefused",
    "AccountTaken",
    "LinkAlreadyUsed",
    "LinkNeedsAnEnd",
    "NoSuchAccount",
    "NoSuchLink",
    "NoSuchRole",
    "account_of_command",
    "change_account",
    "give_link",
    "open_account",
    "use_link",
    "withdraw_link",
]
