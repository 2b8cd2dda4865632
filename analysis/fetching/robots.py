"""What a site's robots.txt asks of programs (RFC 9309): the longest rule that fits a path decides; allow wins a tie."""

from typing import NamedTuple

LONGEST = 500_000  # characters; RFC 9309 asks for at least that many
MOST = 5_000  # rules of one group


class Rules(NamedTuple):
    """The rules for one program. Each is (path with * and $, whether it allows); delay: seconds between two pages."""

    paths: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether the path, with its query, may be fetched."""
        fitting = ((len(rule), allowed) for rule, allowed in self.paths if _fits(rule, path))
        return max(fitting, default=(0, True))[1]


EVERYTHING = Rules()
NOTHING = Rules((("/", False),))


def parse(text: str, agent: str) -> Rules:
    """The rules for `agent` in a robots.txt: of the groups that name it, or of those for everybody."""
    groups: dict[str, list[tuple[str, str]]] = {}
    named: list[str] = []
    is_open = False  # whether further names belong to the same group
    for line in text[:LONGEST].splitlines():
        field, colon, value = line.partition("#")[0].partition(":")
        field, value = field.strip().lower(), value.strip()
        if not colon:
            continue
        if field == "user-agent":
            named = [*(named if is_open else []), value.lower()]
            is_open = True
            groups.setdefault(value.lower(), [])
        elif field in {"allow", "disallow", "crawl-delay"}:
            is_open = False
            for name in named:
                groups[name].append((field, value))
    chosen = groups.get(agent.lower(), groups.get("*", []))[:MOST]
    paths = tuple((value, field == "allow") for field, value in chosen if field != "crawl-delay" and value)
    delays = [value for field, value in chosen if field == "crawl-delay"]
    return Rules(paths, next((float(value) for value in delays if value.replace(".", "", 1).isdigit()), 0.0))


def _fits(rule: str, path: str) -> bool:
    """Whether the rule fits the beginning of the path; time grows with their lengths only, unlike with a pattern."""
    is_whole = rule.endswith("$")
    first, *others = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    for number, piece in enumerate(others, start=1):
        is_last = is_whole and number == len(others)
        found = path.rfind(piece) if is_last else path.find(piece, place)
        if found < place:
            return False
        place = found + len(piece)
    return not is_whole or place == len(path)
