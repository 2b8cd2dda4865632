"""Generic frames, as a reader sees them

Counts: a reader's answers (yes, no, cannot tell) to twenty questions on five frames: responsibility, conflict,
  economic consequences, human interest, morality.
Unit: share of a frame's answered questions that were answered yes; "cannot tell" is no answer.
Read as: how far this reader finds the frame in the article; another reader may answer otherwise, so compare coders.
Misses: everything that nobody answered; the machine only points to lines with cue words and answers nothing. Whether
  an answer was given before the outlets and those lines were seen is kept from the first answer on, but not for answers
  in files of an older Parallax.
Source: Semetko & Valkenburg 2000, Journal of Communication 50(2):93-109; the questions are in our wording.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.comparison.judgements import Judgement
from analysis.model import Article
from analysis.text import frame_cues
from analysis.text.frame_cues import CueLine

YES, NO, CANNOT_TELL = "yes", "no", "cannot tell"
CHOICES = (YES, NO, CANNOT_TELL)
CUES_SEEN = ", lines with cue words seen"  # behind one of judgements.BEFORE, SEEN, AFTER
UNRECORDED = "not recorded"  # answers in files of an older Parallax

Answers = Mapping[str, str]  # key of a question -> yes, no, cannot tell


@dataclass(frozen=True, slots=True)
class Question:
    """One question put to the reader of an article; `key` is unique over all frames."""

    key: str
    frame: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class FrameShare:
    """What one reader answered on one frame of one article. share: None with the reason in `missing`."""

    article: str  # id
    frame: str
    title: str
    yes: int
    answered: int
    asked: int
    share: float | None
    missing: str = ""


class Given(NamedTuple):
    """One answer and when it was given. counts: False where another one took its place, or none."""

    article: str  # id
    question: Question
    answer: str
    when: str
    at: str  # ISO 8601, or ""
    counts: bool


@cache
def questions() -> tuple[Question, ...]:
    """The twenty questions of data/frames.csv, frame by frame."""
    return tuple(
        Question(f"{row['frame']}: {row['question']}", row["frame"], row["title"], row["text"])
        for row in lexicons.rows("frames.csv")
    )


def cue_lines(article: Article) -> tuple[CueLine, ...]:
    """Sentences with cue words of each frame, for the reader to look at; no answer."""
    return frame_cues.find(article.body)


def given(articles: Sequence[Article], answers: Mapping[str, Answers], records: Sequence[Judgement]) -> Iterator[Given]:
    """Every answer on `articles`, also those that were changed after the reveal, with when it was given.

    records: what was kept at each answer, the last one last; its `question` is the key of a question.
    """
    for article in articles:
        for question in questions():
            now = answers.get(article.id, {}).get(question.key, "")
            own = [one for one in records if (one.article, one.question) == (article.id, question.key)]
            is_known = bool(own) and own[-1].answer == now
            for at, one in enumerate(own, start=1):
                yield Given(article.id, question, one.answer, one.when, one.at, is_known and at == len(own))
            if now and not is_known:
                yield Given(article.id, question, now, UNRECORDED, "", True)


def compare(articles: Sequence[Article], answers: Mapping[str, Answers]) -> tuple[FrameShare, ...]:
    """One share per article and frame from article id -> answers. A frame needs all its questions answered."""
    frames = dict.fromkeys((question.frame, question.title) for question in questions())
    return tuple(
        _share(article.id, frame, title, answers.get(article.id, {})) for article in articles for frame, title in frames
    )


def _share(article: str, frame: str, title: str, answers: Answers) -> FrameShare:
    given = [answers.get(question.key, "") for question in questions() if question.frame == frame]
    yes, answered = given.count(YES), given.count(YES) + given.count(NO)
    open_ones = len(given) - answered
    if open_ones:
        missing = f"{yes} yes, {open_ones} of {len(given)} questions without yes or no"
        return FrameShare(article, frame, title, yes, answered, len(given), None, missing)
    return FrameShare(article, frame, title, yes, answered, len(given), yes / answered)
