"""The command line: `python -m analysis read|score|compare|report PATH|URL…` and `python -m analysis store …`.

Records go to the output, errors to standard error. With --out FILE.parquet, .csv or .jsonl, scoring is a run of
analysis.corpus: all cores, constant memory, resumed after a kill.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from tqdm import tqdm

from analysis import reading
from analysis.corpus import joining, runs
from analysis.errors import BadOutput, ParallaxError
from analysis.report import json_line

TO_FILE = "write here instead of to standard output"
TABLE = f"{TO_FILE}; .parquet and .csv make a table, .jsonl whole records"
OUT = {"read": TO_FILE, "score": TABLE, "compare": TABLE}

FORMATS = (".zip", ".html", ".docx", ".pdf")
STYLES = ("apa", "mla", "chicago", "bibtex")


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; 0 if every input was read, 1 if some could not be, 2 if the call was wrong."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["store"]:
        return _store(given[1:])
    options = _options(given)
    try:
        if options.command == "report":
            return _report(options)
        if _is_corpus(options):
            return _run(options)
        if options.out is None:
            return _write(options, sys.stdout)
        with options.out.open("w", encoding="utf-8") as out:
            return _write(options, out)
    except ParallaxError as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stderr.close()
    except OSError as error:
        print(f"{options.out} cannot be written ({error.strerror}); name another file after --out.", file=sys.stderr)
    return 1


def _store(arguments: list[str]) -> int:
    from analysis.classroom import commands  # noqa: PLC0415  the other commands need no database

    try:
        print(commands.run(arguments))
    except ParallaxError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m analysis", description="Read, score and compare news articles.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, purpose in (
        ("read", "read articles from files, folders and web pages, one JSON object per article"),
        ("score", "score the articles that read reads"),
        ("compare", "compare the articles that read reads, one JSON object for each event they name"),
    ):
        command = commands.add_parser(name, help=purpose)
        command.add_argument("paths", nargs="+", metavar="PATH|URL", help="a file, a folder or the address of a page")
        command.add_argument("--as-is", action="store_true", help="take texts unchanged: offsets refer to the input")
        command.add_argument("--follow", action="store_true", help="fetch the texts that feeds and references point to")
        command.add_argument("--out", type=Path, metavar="FILE", help=OUT[name])
        if name == "compare":
            command.add_argument("--insist", action="store_true", help="list claims even across different events")
        if name != "read":
            command.add_argument("--jobs", type=int, default=0, metavar="N", help="processes; one for each core")
    _add_report(commands)
    commands.add_parser("store", help="look after the kept work: backup, restore, purge and more", add_help=False)
    return parser.parse_args(arguments)


def _add_report(commands: Any) -> None:  # noqa: ANN401  argparse names no type for it
    command = commands.add_parser("report", help="draft a report on articles about one event, or bundle all about them")
    command.add_argument("paths", nargs="+", metavar="PATH|URL", help="a file, a folder or the address of a page")
    command.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=f"the file to write: {', '.join(FORMATS)}"
    )
    command.add_argument("--title", default="", help="the title of the report")
    command.add_argument("--author", default="", help="who hands it in")
    command.add_argument("--style", default="apa", choices=STYLES, help="of the references")


def _report(options: argparse.Namespace) -> int:
    from analysis import handing_in  # noqa: PLC0415  it loads the type and the drawing, which nothing else here needs

    if options.out.suffix.lower() not in FORMATS:
        print(f"{options.out} has none of these endings: {', '.join(FORMATS)}.", file=sys.stderr)
        return 2
    words = {"title": options.title, "author": options.author, "style": options.style}
    made = handing_in.build(options.paths, options.out.suffix.lower(), **words)
    for error in made.unread:
        print(error, file=sys.stderr)
    options.out.write_bytes(made.content)
    return 1 if made.unread else 0


def _is_corpus(options: argparse.Namespace) -> bool:
    """Whether this is a run over files into a file. Pages are fetched one after the other, which is no such run."""
    if options.command == "read" or options.out is None or options.out.suffix.lower() not in runs.ENDINGS:
        return False
    if not options.follow and not any(map(reading.is_address, options.paths)):
        return True
    if options.out.suffix.lower() in runs.TABLES:
        raise BadOutput("A table is made of files: fetch the pages with `read --out pages.jsonl` and give that file.")
    return False


def _run(options: argparse.Namespace) -> int:
    asked: dict[str, Any] = {"as_is": options.as_is, "jobs": options.jobs}
    if options.command == "compare":
        joined = runs.compare(options.paths, options.out, insist=options.insist, **asked)
    else:
        joined = runs.score(options.paths, options.out, **asked)
    for problem in joined.first:
        print(problem, file=sys.stderr)
    if joined.problems > len(joined.first):
        listed = joining.problems_of(options.out)
        print(f"… and {joined.problems - len(joined.first):,} more problems: see {listed}", file=sys.stderr)
    return 1 if joined.problems else 0


def _write(options: argparse.Namespace, out: TextIO) -> int:
    if options.command == "compare":
        return _compare(options, out)
    status = 0
    with tqdm(unit=" articles", disable=None, file=sys.stderr) as progress:
        for found in _records(options):
            if isinstance(found, ParallaxError):
                progress.write(str(found), file=sys.stderr)
                status = 1
            else:
                print(json_line.build(found), file=out)
                progress.update()
    return status


def _compare(options: argparse.Namespace, out: TextIO) -> int:
    from analysis import scoring  # noqa: PLC0415  loads what a corpus is scored without

    found, unread = scoring.compare_paths(
        options.paths, as_is=options.as_is, follow=options.follow, insist=options.insist
    )
    for error in unread:
        print(error, file=sys.stderr)
    for record in found:
        print(json_line.build(record), file=out)
    return 1 if unread else 0


def _records(options: argparse.Namespace) -> Iterator[dict[str, Any] | ParallaxError]:
    if options.command == "score":
        from analysis import scoring  # noqa: PLC0415  loads what a corpus is scored without

        yield from scoring.score_paths(options.paths, as_is=options.as_is, follow=options.follow)
        return
    for found in reading.read(options.paths, as_is=options.as_is, follow=options.follow):
        yield found if isinstance(found, ParallaxError) else reading.record(found)


if __name__ == "__main__":
    sys.exit(main())
