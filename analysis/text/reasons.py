"""Reasons: one plain sentence on why a quotation has this speaker, for the reader of the article."""

from analysis.text import cues, names, reported, tokens, voices
from analysis.text.cues import Cue
from analysis.text.scene import Choice

NOBODY = "The text around these marks names nobody who says it"


def of_choice(body: str, choice: Choice) -> str:
    """Why a marked stretch has the speaker it has."""
    if choice.mention < 0:
        return f"{NOBODY}."
    found, mention = tokens.find(body), names.find(body).mentions[choice.mention]
    who = found.text(mention.first, mention.after)
    if choice.cue >= 0:
        why = _by_cue(body, cues.find(body)[choice.cue], choice.token, who)
    elif choice.continues:
        why = f"No new cue: it continues the words of “{who}”"
    elif mention.first > choice.token:
        why = f"“{who}” stands right after the quotation"
    elif found.kinds[mention.after] == ":":
        why = f"“{who}” stands before a colon"
    elif found.kinds[mention.after] == "S":
        why = f"The words are called those of “{who}”"
    else:
        why = f"“{who}” is the likeliest speaker in the sentence"
    return f"{why}{_standing_for(body, choice.mention)}."


def of_report(body: str, report: reported.Report) -> str:
    """Why a reported clause has the speaker it has."""
    found, cue = tokens.find(body), cues.find(body)[report.cue]
    if cue.subject < 0:
        return f"“{found.text(cue.first, cue.after)}” without a subject: the text names nobody."
    mention = names.find(body).mentions[cue.subject]
    who = found.text(mention.first, mention.after)
    side = "after" if report.first >= cue.after else "before"
    cue_text = found.text(cue.first, cue.after)
    return f"“{cue_text}” with “{who}”; the clause stands {side} it{_standing_for(body, cue.subject)}."


def _by_cue(body: str, cue: Cue, token: int, who: str) -> str:
    found = tokens.find(body)
    word = found.text(cue.first, cue.after)
    if cue.first > token:
        where = "right after the quotation" if cue.first - token < 8 else "after the quotation"
    elif found.sentence[cue.first] == found.sentence[token]:
        where = "before the quotation in its sentence"
    elif found.paragraph[cue.first] == found.paragraph[token]:
        where = "in a sentence before; the quotation goes on"
    else:
        where = "in a paragraph before; the quotation goes on"
    return f"“{word}” with its subject “{who}” {where}"


def _standing_for(body: str, mention: int) -> str:
    """ "; “he” stands for Dmitry Peskov", where the mention has no name of its own."""
    reason = voices.find(body).why.get(mention)
    if reason is None:
        return ""
    found, local = tokens.find(body), names.find(body).mentions[mention]
    return f"; “{found.text(local.first, local.after)}” stands for {voices.name(body, mention)} ({reason})"
