"""Accusation and reply

Counts: accusations in plain constructions ("X accused Y of", "Y was accused of", "X blamed Y", "alleged that Y") and,
    for each, whether the article tells what the accused replied (denied, rejected, responded), that the accused was
    asked and gave no answer (declined to comment), or neither.
Unit: accusations.
Read as: whether those who are accused are heard. "Without reply" means that no reply was found in this article: it may
    stand in an earlier one, and not every accusation needs a reply (a verdict, a view about a policy).
Misses: accusations inside quotation marks or without such a verb; accused who are a pronoun ("accused her of");
    denials without a verb of denying ("that is a lie," she said). A denial of something else by the same voice counts.
Source: right of reply: IFJ Global Charter of Ethics 2019, article 8 (presentation of replies); rules of finding: ours.
"""

from collections.abc import Iterator

from analysis.model import Article, Result, Span, Value
from analysis.text import accusations, words
from analysis.text.accusations import Accusation

REPLIED, ASKED, SILENT = "accusation with reply", "accusation, asked without answer", "accusation without reply"
ACCUSATIONS = (REPLIED, ASKED, SILENT)
PARTS = {REPLIED: "with reply", ASKED: "asked without answer", SILENT: "without reply"}
UNIT = "accusations"


def score(article: Article) -> Result:
    """Accusations found, with reply, asked without answer, without reply."""
    if not words.count(article.body):
        return Result("response", article.id, missing="The article has no words.")
    found = accusations.find(article.body)
    kinds = [_kind(accusation) for accusation in found]
    values = [Value("accusations", len(found), UNIT, len(found), kinds=ACCUSATIONS)]
    values += [Value(part, kinds.count(kind), UNIT, len(found), kinds=(kind,)) for kind, part in PARTS.items()]
    spans = {span for accusation in found for span in _spans(accusation)}
    return Result("response", article.id, tuple(values), tuple(sorted(spans, key=lambda s: (s.start, s.end, s.kind))))


def _kind(accusation: Accusation) -> str:
    if accusation.reply is None:
        return SILENT
    return ASKED if accusation.reply.kind == "no answer" else REPLIED


def _spans(accusation: Accusation) -> Iterator[Span]:
    """The accusation, the accused, and the reply; the label is the accused."""
    accused, reply = accusation.accused, accusation.reply
    note = f"accuses {accused}; " + ("no reply was found in this article" if reply is None else f"{reply.kind} found")
    yield Span(accusation.start, accusation.end, _kind(accusation), note, accused)
    yield Span(accusation.accused_start, accusation.accused_end, "accused", "who is accused", accused)
    if reply is not None:
        kind = "no answer" if reply.kind == "no answer" else "reply"
        yield Span(reply.start, reply.end, kind, f"{reply.kind} of {accused}, or of who speaks for {accused}", accused)
