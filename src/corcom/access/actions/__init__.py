from corcom.access.actions.accounts import (
    AccountRefused,
    AccountTaken,
    LastOfSecretariat,
    NoSuchAccount,
    NoSuchRole,
    account_of_command,
    change_account,
    open_account,
)
from corcom.access.actions.invitations import AccountClosed, invite, link_for_password, set_password
from corcom.access.actions.links import LinkAlreadyUsed, LinkNeedsAnEnd, NoSuchLink, give_link, use_link, withdraw_link
from corcom.access.actions.people import AlreadySo, deactivate_account, link_person, reactivate_account, unlink_person

__all__ = [
    "AccountClosed",
    "AccountRefused",
    "AccountTaken",
    "AlreadySo",
    "LastOfSecretariat",
    "LinkAlreadyUsed",
    "LinkNeedsAnEnd",
    "NoSuchAccount",
    "NoSuchLink",
    "NoSuchRole",
    "account_of_command",
    "change_account",
    "deactivate_account",
    "give_link",
    "invite",
    "link_for_password",
    "link_person",
    "open_account",
    "reactivate_account",
    "set_password",
    "unlink_person",
    "use_link",
    "withdraw_link",
]
