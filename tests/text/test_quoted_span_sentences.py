"""Sentences of ours whose marked words have a known class; those for the test were never fitted."""

from analysis.text import quoted_span_classes
from analysis.text.quoted_span_classes import CLASSES
from tests.benchmarks.quoted_span_labels import read_own

RIGHT = 30  # of the sentences for the test: they are hard ones, each class in its less common constructions
TESTS = 42


def right(document):
    """Whether the labelled span of the sentence has its class."""
    ((index, label),) = document.labels
    settled = quoted_span_classes.settle(document.clues, document.words, quoted_span_classes.model())
    return settled[index][0] == label


def test_every_marked_span_of_the_sentences_is_found_and_has_one_of_the_classes():
    for document in (*read_own("train"), *read_own("test")):
        ((index, label),) = document.labels
        assert index >= 0, document.shown
        assert label in CLASSES


def test_sentences_that_were_never_fitted_keep_their_classes():
    documents = read_own("test")
    assert len(documents) == TESTS
    assert sum(map(right, documents)) >= RIGHT
