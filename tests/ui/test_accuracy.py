from ui.widgets import accuracy


def row(system="Parallax", metric="r", value="0.5", low="", high="", how="make bench"):
    return {
        "measure": "m",
        "system": system,
        "metric": metric,
        "value": value,
        "low": low,
        "high": high,
        "n": "9 texts",
        "data": "A & B",
        "how": how,
    }


def test_our_figure_stands_beside_those_of_others():
    html = accuracy.table([row(low="0.4", high="0.6"), row(system="VADER", value="0.3")])
    assert html.count("<tr>") == 2
    assert "<b>0.5 (0.4–0.6)</b>" in html
    assert "VADER: 0.3" in html
    assert "A &amp; B; 9 texts<" in html


def test_what_no_benchmark_made_says_how_it_was_made():
    assert "read by hand" in accuracy.table([row(how="read by hand")])


def test_a_measure_without_figures_has_its_reason():
    assert "arithmetic" in accuracy.reason("readability")
    assert "not measured" in accuracy.reason("nothing")
