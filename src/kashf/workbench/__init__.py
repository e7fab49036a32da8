"""The workbench: the ledger in a browser, and the HTTP interface that its pages use. No service beside it."""

from kashf.workbench.accounts import Account, Accounts
from kashf.workbench.app import create_app
from kashf.workbench.settings import Settings

__all__ = ["Account", "Accounts", "Settings", "create_app"]
