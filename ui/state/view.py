"""What is looked at: measure, finding, layers, what is looked for, step of the guide. The address keeps it."""

from collections.abc import Collection, Sequence

from ui.state import address

MEASURE = "measure"
FINDING = "finding"
LAYER = "layer"
NO_LAYER = ("none",)  # the reader switched all of them off
FIND = "find"
ACTOR = "actor"
GUIDE = "guide"
PART = "part"


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


def layers(known: Sequence[str], default: Sequence[str]) -> tuple[str, ...]:
    """The layers of `known` that are highlighted; `default` where the address names none."""
    asked = address.values(LAYER)
    if asked == NO_LAYER:
        return ()
    if unknown := [name for name in asked if name not in known]:
        address.lose(LAYER, unknown)
    return tuple(name for name in known if name in asked) or tuple(default)


def show_layers(names: Sequence[str]) -> None:
    """Highlight these layers."""
    address.hold(LAYER, tuple(names) or NO_LAYER)


def found(known: Collection[str]) -> str:
    """What is looked for in every article, of `known`; "" for nothing."""
    return address.one_of(FIND, ("", *known))


def find(name: str) -> None:
    """Look for this in every article; "" for nothing."""
    address.hold(FIND, [name] if name else [])


def actor(known: Sequence[str]) -> str:
    """The actor of `known` whose labels are highlighted; "" where none is known."""
    return address.one_of(ACTOR, known) if known else ""


def label_actor(name: str) -> None:
    """Highlight the labels of this actor; "" for the first one."""
    address.hold(ACTOR, [name] if name else [])


def guide_step(known: Sequence[str]) -> str:
    """The step of the guide that is on, of those `known`; "" where the guide does not run."""
    return address.one_of(GUIDE, known) if address.values(GUIDE) else ""


def part(known: Sequence[str]) -> str:
    """The part of the page Methods on screen."""
    return address.one_of(PART, known)


def turn_to(name: str) -> None:
    """Put this part of the page Methods on screen."""
    address.hold(PART, [name])
