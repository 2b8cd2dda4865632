"""The filled lines of one pasted text while clean-up judges them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from analysis.ingest.lines import Part, is_prose, key
from analysis.model import Article


@dataclass(slots=True)
class Page:
    """The non-blank lines while they are being judged; `reason` empty means: undecided, stays."""

    numbers: list[int]
    texts: list[str]
    typed: Article  # what the user typed: headline, byline, outlet, date, address
    labels: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    parts: list[tuple[Part, ...]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    prose: list[bool] = field(default_factory=list)
    key_set: frozenset[str] = frozenset()
    headline: int = -1

    def __post_init__(self) -> None:
        self.labels = ["body"] * len(self.texts)
        self.reasons = [""] * len(self.texts)
        self.parts = [()] * len(self.texts)
        self.keys = [key(text) for text in self.texts]
        self.key_set = frozenset(self.keys)
        self.prose = [is_prose(text) for text in self.texts]

    def set_aside(self, index: int, label: str, reason: str) -> None:
        """Decide the line; the first decision counts."""
        if not self.reasons[index]:
            self.labels[index], self.reasons[index] = label, reason

    def open(self, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Lines that still stay, in order, without the headline."""
        for index in range(start, len(self.texts) if end is None else end):
            if not self.reasons[index] and index != self.headline:
                yield index

    def prose_lines(self) -> list[int]:
        """Lines of running text that still stay."""
        return [index for index in self.open() if self.prose[index]]
