"""The whole way with articles that try everything: nothing runs, nothing is loaded from outside, nothing breaks."""

import json
import re
from urllib.parse import quote, urlsplit

from playwright.sync_api import expect

from tests.browser.test_main_job import each_page, go, pressed_in_turn, settle

MARK = "data-hostile"  # every hostile element carries it, so that one question finds them all
TAGS = (
    f"<script {MARK}>window.ran = 1</script>",
    f"<img {MARK} src=x onerror='window.ran = 1'>",
    f"<img {MARK} src='https://tracker.example/a.png'>",
    f"<style {MARK}>* {{ outline: 7px dashed red !important }}</style>",
    f"<form {MARK} action='https://thief.example'><input name=password></form>",
    f"<iframe {MARK} src='https://tracker.example/frame'></iframe>",
    f"<svg {MARK} onload='window.ran = 1'></svg>",
    f"<a {MARK} href='javascript:window.ran = 1'>press</a>",
    f"</mark></p></div><h1 {MARK}>out</h1>",
)
MARKDOWN = (
    "![seen](https://tracker.example/b.png)",
    "[press](javascript:window.ran=1)",
    "[read](https://thief.example)",
    "between $5 and $6 of them",
    ":red-background[alarm] :material/home: :small[x]",
    "**loud** `code` # not a heading",
)
UNSEEN = "\u202eback to front\u202c zero\u200bwidth\u2066 and\u2069 \ufeffmarks"
LONG = "Inconceivab" + "ly" * 5_000  # a word of 10,011 characters
NAMES = (
    "The <b data-hostile>Tide</b> :red-background[$x$] ![o](https://tracker.example/o.png)",
    "Harbour [News](javascript:ran=1)",
)
WORD = (
    '“{0}” said Mayor Ines <u data-hostile onclick="ran=1">Okafor</u>, and Tomas :red-background[Reyl] called it '
    "“a $5 and $6 gift”."
)

FIRST = f"""Elmstead council approves harbour wall {TAGS[0]} {MARKDOWN[0]}

By Anna <i data-hostile>Brandt</i> $a$ {TAGS[1]}

ELMSTEAD — The town council of Elmstead approved the harbour wall on Tuesday by 9 votes to 4. {TAGS[2]}

“We waited nine years for this day {TAGS[3]},” Mayor Ines Okafor said. “Nobody will miss the old wall {MARKDOWN[3]}.”

Tomas Reyl, who speaks for the fishermen, told the council that the plan was “a gift to the hotels {MARKDOWN[4]}”.

The so-called “improvement {MARKDOWN[5]}” will cost 14 million crowns, said Ines Okafor. {TAGS[4]} {TAGS[5]}

{WORD.format(MARKDOWN[1])} The decision was taken without a public hearing. {UNSEEN}

{LONG} was how one fisherman described the debate. {TAGS[6]} {TAGS[7]} {TAGS[8]} {MARKDOWN[2]}
"""
SECOND = f"""Fishermen furious as council waves harbour wall through {MARKDOWN[1]} {TAGS[8]}

Fishermen in Elmstead are furious about the “{LONG}” harbour wall that the council approved on Tuesday.

“It is a gift to the hotels {TAGS[1]},” Tomas Reyl said. “They betrayed us {MARKDOWN[0]}.”

Mayor Ines Okafor claimed that the town waited nine years for this day, and refused to answer questions. {TAGS[3]}

The wall will cost 14 million crowns, according to a report that critics called “$5 and $6 wishful thinking”.

{WORD.format(TAGS[0])} {MARKDOWN[4]} {UNSEEN} The council voted 9 to 4, officials said.
"""
MARKUP = (
    f"[{MARK}], .katex, [data-testid=stException], .stMarkdownColoredBackground, "
    "[href^='javascript:'], [href*=thief], [src*=tracker]"
)
BROKEN_OUT = """markup => {
    const found = []
    const look = root => {
        found.push(...root.querySelectorAll(markup))
        for (const one of root.querySelectorAll('*')) if (one.shadowRoot) look(one.shadowRoot)
    }
    look(document)
    found.push(...[...document.querySelectorAll('h1, p')].filter(one => getComputedStyle(one).outlineWidth === '7px'))
    const main = document.querySelector('[data-testid=stMain]')
    const beyond = [main, document.documentElement].some(one => one.scrollWidth > one.clientWidth + 1)
    const isOut = one => beyond && one.getBoundingClientRect().right > main.clientWidth
    const wide = [...main.querySelectorAll('*')].filter(isOut)
    const told = one => `${one.closest('[data-testid=stElementContainer]')?.className}: ${one.outerHTML.slice(0, 150)}`
    return {elements: found.map(told), wide: wide.slice(0, 5).map(told), beyond, ran: window.ran ?? null}
}"""
DIALOGS = {"Compare": re.compile("Quotations: .*Show why"), "Read": re.compile("^quotation, speaker")}  # what opens one
UNHARMED = {"elements": [], "wide": [], "beyond": False, "ran": None}


class Walk:
    """A visit that notes at every step what came out of the texts, and everything that was asked of the network."""

    def __init__(self, page):
        self.page, self.harm, self.asked, self.dialogs = page, {}, [], []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("websocket", lambda socket: self.asked.append(socket.url))
        page.on("dialog", self.dismiss)

    def dismiss(self, dialog):
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def check(self, where):
        settle(self.page)
        for _ in range(8):  # a chart that is being fitted to its place may stand out for a moment
            found = self.page.evaluate(BROKEN_OUT, MARKUP)
            if found == UNHARMED:
                return
            self.page.wait_for_timeout(250)
        self.harm[where] = found

    def outside(self, address):
        home = {urlsplit(address).netloc, ""}
        return {url for url in self.asked if urlsplit(url).netloc not in home}


def add(walk, text, outlet):
    page = walk.page
    go(page, "Articles")
    page.get_by_label("Text of the article").fill(text)
    page.get_by_label("Outlet, if you know it").fill(outlet)
    page.get_by_label("Address (URL), if you have it").fill(f"https://news.example/'><script {MARK}>ran=1</script>")
    page.get_by_role("button", name="Add this article").click()
    expect(page.get_by_text("Check and change")).to_have_count(NAMES.index(outlet) + 1)
    walk.check(f"Articles, after adding {outlet}")


def open_everything(walk, where):
    closed = walk.page.locator("[data-testid=stExpander] details:not([open]) > summary")
    for _ in range(closed.count()):
        if closed.count():  # one that opens may take others away
            closed.first.click()
            settle(walk.page)
    walk.check(f"{where}, opened")


def test_hostile_text_runs_loads_and_breaks_nothing_on_the_whole_way(page, address):
    walk = Walk(page)
    page.goto(f"{address}/?event=own&articles={quote(MARKDOWN[0])}&measure={quote(TAGS[1])}")
    settle(page)
    walk.check("a hostile link")
    for text, outlet in zip((FIRST, SECOND), NAMES, strict=True):
        add(walk, text, outlet)
    for name in each_page(page):
        walk.check(name)
        for group in ("Look closely at", "Compare") if page.viewport_size["width"] > 1000 else ("Compare",):
            for what in pressed_in_turn(page, group):
                walk.check(f"{name}, {what}")
        open_everything(walk, name)
        if name in DIALOGS:
            page.get_by_role("button", name=DIALOGS[name]).first.click()
            expect(page.get_by_role("dialog")).to_be_visible()
            walk.check(f"{name}, the dialog")
            page.keyboard.press("Escape")
            expect(page.get_by_role("dialog")).to_have_count(0)
    assert walk.harm == {}, json.dumps(walk.harm, indent=1)
    assert walk.outside(address) == set()
    assert walk.dialogs == []
