"""All benchmarks in one run: `python -m tests.benchmarks [KEYS] [--write]`.

Speed is always measured, on the teaching cases or the gold data: against other tools, by length, number and cores.
KEYS is a folder with gold data, which is not part of the project:

    polnear/dev.json             quotations and speakers (PolNeAR: source, cue, content as character spans)
    quoted-spans/dev.tsv         classes of short quoted spans, with polnear/*.json and basil/articles.json as texts;
                                 pages/gold.json and newsmtsc/train.jsonl hold texts of our own labels
    pages/                       web pages with the article text marked (gold.json, html/)
    nyt-tone/dev.tsv             mean human tone of sentences (Hutto & Gilbert 2014)
    basil/articles.json          genuine articles, beside those of PolNeAR, for false alarms of machine paraphrase
    newsmtsc/train.jsonl         tone toward targets (Hamborg & Donnay 2021)
    basil/articles.json          events of three outlets each (Fan et al. 2019): event match, copied text, speed

What is not there is named and left out. With --write the figures go into data/accuracy.csv, which the dashboard shows
beside each chart.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import cards

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "data"
CASES = DATA / "cases"


def run(script: str, *arguments: Path, options: tuple[str, ...] = ()) -> None:
    """Run one benchmark in its own process, or say which file it lacks."""
    print(f"\n== {script} {' '.join([*map(str, arguments), *options])}", flush=True)
    missing = [str(path) for path in arguments if not path.exists()]
    if missing:
        print(f"left out: {', '.join(missing)} is not there")
        return
    command = [sys.executable, str(HERE / script), *map(str, arguments), *options]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": str(HERE.parents[1])})


def main(keys: Path | None) -> None:
    """Speed, then accuracy where there is gold data."""
    for case in sorted(path for path in CASES.iterdir() if path.is_dir()):
        run("speed.py", case)
    texts = (
        next(path for path in sorted(CASES.iterdir()) if path.is_dir()) if keys is None else keys / "polnear/dev.json"
    )
    run("speed_scale.py", texts)
    run("speed_peers.py", texts)
    run("score_corpus.py", texts, options=("--articles=0", "--sample=4000"))
    run("load_dashboard.py")
    run("compare_with_pc1.py")
    run("score_claims.py")
    run("score_quote_versions.py")
    if keys is None:
        print("\nNo gold data: name its folder, make bench KEYS=folder, to measure accuracy.")
        return
    polnear, basil = keys / "polnear", keys / "basil" / "articles.json"
    run("speed.py", polnear / "dev.json")
    run("score_quotations.py", polnear / "dev.json")
    spans, more = keys / "quoted-spans/dev.tsv", (keys / "pages/gold.json", keys / "newsmtsc/train.jsonl")
    run("score_quoted_spans.py", spans, polnear / "dev.json", polnear / "train.json", basil, *more)
    run("score_paraphrase.py", polnear / "dev.json", polnear / "train.json", basil)
    run("score_event_match.py", basil)
    run("score_reuse.py", basil)
    run("speed_compare.py", basil)
    run("score_pages.py", keys / "pages")
    run("score_tone.py", keys / "nyt-tone/dev.tsv", keys / "newsmtsc/train.jsonl")
    run("score_target_tone.py", keys / "newsmtsc/train.jsonl")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("keys", type=Path, nargs="?", help="folder with gold data")
    parser.add_argument("--write", action="store_true", help="write the figures into data/accuracy.csv")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        gathered = Path(folder) / "cards.csv"
        gathered.touch()
        if options.write:
            os.environ[cards.KEPT_IN] = str(gathered)
        main(options.keys.resolve() if options.keys else None)
        if options.write:
            print(f"\n{cards.write(DATA / 'accuracy.csv', gathered)} figures written to data/accuracy.csv")
