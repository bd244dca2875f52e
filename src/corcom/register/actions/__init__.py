from corcom.register.actions.correcting import correct_treaty_action, strike_treaty_action
from corcom.register.actions.errors import ActionContradicted, CorrectedMeanwhile, NoSuchTreatyAction, WithoutReason
from corcom.register.actions.rates_and_votes import take_over_rates, take_over_votes
from corcom.register.actions.recording import record_treaty_action, record_treaty_actions, take_over_treaty_actions
from corcom.register.actions.replacing import end_belief, replace_rows, row_of
from corcom.register.actions.site_rows import SiteRowsChanged, SiteRowsNotWritten, keep_site_rows

__all__ = [
    "ActionContradicted",
    "CorrectedMeanwhile",
    "NoSuchTreatyAction",
    "SiteRowsChanged",
    "SiteRowsNotWritten",
    "WithoutReason",
    "correct_treaty_action",
    "end_belief",
    "keep_site_rows",
    "record_treaty_action",
    "record_treaty_actions",
    "replace_rows",
    "row_of",
    "strike_treaty_action",
    "take_over_rates",
    "take_over_treaty_actions",
    "take_over_votes",
]
