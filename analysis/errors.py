"""The few exceptions a user can meet. Each message says what happened, to which article, and what to do next."""


class ParallaxError(Exception):
    """Base of all errors that are shown to the user as one sentence."""


class UnreadableInput(ParallaxError):
    """A file or pasted text that cannot be read as an article."""


class BrokenData(ParallaxError):
    """A file under data/ is missing, or a row in it breaks its own rules."""
