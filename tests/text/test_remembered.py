from analysis.text.remembered import Remembered


def test_a_thing_is_worked_out_once():
    asked = []
    lengths = Remembered(lambda word: asked.append(word) or len(word))
    assert [lengths["pier"], lengths["pier"]] == [4, 4]
    assert asked == ["pier"]


def test_memory_has_a_bound():
    squares = Remembered(lambda number: number * number, most=3)
    assert [squares[number] for number in range(10)] == [number * number for number in range(10)]
    assert len(squares) <= 3
