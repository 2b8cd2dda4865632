"""What came of reading: the articles, what is only referred to, and what could not be read."""

from collections.abc import Iterable
from typing import NamedTuple

from analysis.errors import UnreadableInput
from analysis.ingest import manuscript
from analysis.ingest.manuscript import Manuscript
from analysis.model import Article


class Batch(NamedTuple):
    """The yield of one or more files.

    manuscripts: articles with their text. references: only title, outlet, address and date are known; their text has
    to be fetched or pasted. problems: one sentence for each thing that could not be read, with the file's name.
    """

    manuscripts: tuple[Manuscript, ...] = ()
    references: tuple[Manuscript, ...] = ()
    problems: tuple[UnreadableInput, ...] = ()

    @property
    def articles(self) -> tuple[Article, ...]:
        """The manuscripts, cleaned."""
        return tuple(article for one in self.manuscripts for article in manuscript.read(one))


def gathered(found: Iterable[Manuscript | UnreadableInput]) -> Batch:
    """`found`, sorted into a Batch in the order given."""
    manuscripts, references, problems = [], [], []
    for one in found:
        if isinstance(one, UnreadableInput):
            problems.append(one)
        elif one.text.strip():
            manuscripts.append(one)
        else:
            references.append(one)
    return Batch(tuple(manuscripts), tuple(references), tuple(problems))
