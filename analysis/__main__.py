"""The command line: `python -m analysis score PATH…`. Records go to the output, errors to standard error."""

import argparse
import json
import sys
from pathlib import Path
from typing import TextIO

from tqdm import tqdm

from analysis import scoring
from analysis.errors import ParallaxError


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; 0 if every input was scored, 1 if some could not be, 2 if the call was wrong."""
    parser = argparse.ArgumentParser(prog="python -m analysis", description="Score news articles.")
    commands = parser.add_subparsers(dest="command", required=True)
    score = commands.add_parser("score", help="score articles in .txt and .jsonl files")
    score.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    score.add_argument("--as-is", action="store_true", help="take texts unchanged, so that offsets refer to the input")
    score.add_argument("--out", type=Path, metavar="FILE", help="write here instead of to standard output")
    options = parser.parse_args(arguments)
    try:
        if options.out is None:
            return _score(options.paths, options.as_is, sys.stdout)
        with options.out.open("w", encoding="utf-8") as out:
            return _score(options.paths, options.as_is, out)
    except ParallaxError as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stderr.close()
    except OSError as error:
        print(f"{options.out} cannot be written ({error.strerror}); name another file after --out.", file=sys.stderr)
    return 1


def _score(paths: list[Path], as_is: bool, out: TextIO) -> int:
    status = 0
    with tqdm(unit=" articles", disable=None, file=sys.stderr) as progress:
        for found in scoring.score_paths(paths, as_is=as_is):
            if isinstance(found, ParallaxError):
                progress.write(str(found), file=sys.stderr)
                status = 1
            else:
                out.write(json.dumps(found, ensure_ascii=False) + "\n")
                progress.update()
    return status


if __name__ == "__main__":
    sys.exit(main())
