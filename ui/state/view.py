"""What is looked at: the measure and the finding on screen. The address keeps both."""

from collections.abc import Sequence

from ui.state import address

MEASURE = "measure"
FINDING = "finding"


def measure(known: Sequence[str]) -> str:
    """The measure of `known` that is looked at closely."""
    return address.one_of(MEASURE, known)


def look_at(name: str) -> None:
    """Look closely at this measure."""
    address.hold(MEASURE, [name])


def finding(known: Sequence[str]) -> str:
    """The finding of `known` on screen."""
    return address.one_of(FINDING, known)


def look_into(name: str) -> None:
    """Put this finding on screen."""
    address.hold(FINDING, [name])
