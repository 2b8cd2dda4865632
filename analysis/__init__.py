"""Parallax: how each outlet framed the same event, with the words every number was counted from."""

__version__ = "0.1.0"
