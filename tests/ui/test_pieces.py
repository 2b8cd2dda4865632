import time

from ui import pieces
from ui.pieces import Piece


def cut(stretches, spans, also=()):
    return list(pieces.cut(stretches, spans, also))


def test_a_span_is_cut_out_of_its_surroundings():
    assert cut([(0, 10)], [(3, 5)]) == [[Piece(0, 3, ()), Piece(3, 5, (0,)), Piece(5, 10, ())]]


def test_the_longest_span_lies_outside_where_spans_overlap():
    [found] = cut([(0, 9)], [(2, 4), (0, 6)])
    assert [(piece.start, piece.over) for piece in found] == [(0, (1,)), (2, (1, 0)), (4, (1,)), (6, ())]


def test_a_span_over_two_paragraphs_is_shown_in_both_and_not_between():
    first, second = cut([(0, 4), (6, 9)], [(2, 8)])
    assert first == [Piece(0, 2, ()), Piece(2, 4, (0,))]
    assert second == [Piece(6, 8, (0,)), Piece(8, 9, ())]


def test_an_empty_span_covers_nothing():
    assert cut([(0, 4)], [(2, 2)]) == [[Piece(0, 4, ())]]


def test_an_offset_to_cut_at_parts_a_piece():
    assert cut([(0, 4)], [], [2]) == [[Piece(0, 2, ()), Piece(2, 4, ())]]


def test_a_flood_of_spans_takes_linear_time():
    started = time.process_time()
    [found] = cut([(0, 400_000)], [(at, at + 3) for at in range(0, 400_000, 4)])
    assert len(found) == 200_000
    assert time.process_time() - started < 5
