from analysis import measures
from ui import warm_up
from ui.cache import scores
from ui.state import events


def test_nobody_waits_for_the_scores_of_the_teaching_cases(monkeypatch):
    warm_up.ready()
    monkeypatch.setattr(measures, "score", lambda _: 1 / 0)
    for case in events.teaching_cases().values():
        articles = tuple(scores.read(draft) for draft in case.drafts)
        assert set(scores.table(articles)["article"]) == {draft.id for draft in case.drafts}
