from analysis.measures import response
from analysis.model import Article

BODY = (
    "Ann Vale accused Bo Storm of moving the stones. Storm denied the charge.\n\n"
    "She blamed Cora Wick for the fall. Wick declined to comment.\n\n"
    "Dan Moss was accused of theft."
)


def result(body=BODY):
    return response.score(Article(id="a", body=body))


def test_accusations_are_counted_by_what_the_accused_could_say():
    found = {value.part: value.number for value in result().values}
    assert found == {"accusations": 3, "with reply": 1, "asked without answer": 1, "without reply": 1}


def test_every_count_opens_its_accusations():
    found = result()
    opened = {value.part: [span.label for span in found.evidence(value)] for value in found.values}
    assert opened["accusations"] == ["Bo Storm", "Cora Wick", "Dan Moss"]
    assert opened["without reply"] == ["Dan Moss"]


def test_the_accused_and_the_reply_are_marked():
    marked = {(span.kind, BODY[span.start : span.end]) for span in result().spans}
    assert ("accused", "Bo Storm") in marked
    assert ("reply", "Storm denied the charge") in marked
    assert ("no answer", "Wick declined to comment") in marked


def test_an_article_without_accusations_has_counts_of_nought():
    assert {value.number for value in result("The wall fell.").values} == {0}
