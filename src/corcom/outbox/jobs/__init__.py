from corcom.outbox.jobs.fetching import Fetched, MailboxUnreachable, fetch_incoming
from corcom.outbox.jobs.sending import Paused, Tried, send_due

__all__ = ["Fetched", "MailboxUnreachable", "Paused", "Tried", "fetch_incoming", "send_due"]
