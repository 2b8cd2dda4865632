"""The few exceptions a user can meet. Each message says what happened, to which article, and what to do next."""


class ParallaxError(Exception):
    """Base of all errors that are shown to the user as one sentence."""


class UnreadableInput(ParallaxError):
    """A file or pasted text that cannot be read as an article."""


class BrokenData(ParallaxError):
    """A file under data/ is missing, or a row in it breaks its own rules."""


class Refused(ParallaxError):
    """What a person asked for is not possible or not allowed now; nothing was changed."""


class NoAccess(Refused):
    """A key or a code opens nothing here."""


class OutOfDate(Refused):
    """Somebody, perhaps the same person in another tab, changed the answer meanwhile: `value` at `revision`."""

    def __init__(self, message: str, value: str, revision: int) -> None:
        """`message` for the person, and what is kept now."""
        super().__init__(message)
        self.value = value
        self.revision = revision


class BadOutput(ParallaxError):
    """An output whose name, or whose kind of input, does not fit what was asked for."""
