"""All benchmarks in one run: `python -m tests.benchmarks [KEYS]`.

Speed is always measured, on the teaching cases. KEYS is a folder with gold data, which is not part of the project:

    polnear/dev.json             quotations and speakers (PolNeAR: source, cue, content as character spans)
    quoted-spans/dev.tsv         classes of short quoted spans, with polnear/*.json and basil/articles.json as texts
    nyt-tone/dev.tsv             mean human tone of sentences (Hutto & Gilbert 2014)
    basil/articles.json          genuine articles, beside those of PolNeAR, for false alarms of machine paraphrase
    newsmtsc/train.jsonl         tone toward targets (Hamborg & Donnay 2021)
    basil/articles.json          events of three outlets each (Fan et al. 2019): event match, copied text, speed

What is not there is named and left out.
"""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
CASES = HERE.parents[1] / "data" / "cases"


def run(script: str, *arguments: Path) -> None:
    """Run one benchmark in its own process, or say which file it lacks."""
    print(f"\n== {script} {' '.join(map(str, arguments))}", flush=True)
    missing = [str(path) for path in arguments if not path.exists()]
    if missing:
        print(f"left out: {', '.join(missing)} is not there")
        return
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": str(HERE.parents[1])})


def main(keys: Path | None) -> None:
    """Speed, then accuracy where there is gold data."""
    for case in sorted(path for path in CASES.iterdir() if path.is_dir()):
        run("speed.py", case)
    run("compare_with_pc1.py")
    run("score_claims.py")
    run("score_quote_versions.py")
    if keys is None:
        print("\nNo gold data: name its folder, make bench KEYS=folder, to measure accuracy.")
        return
    polnear, basil = keys / "polnear", keys / "basil" / "articles.json"
    run("speed.py", polnear / "dev.json")
    run("score_quotations.py", polnear / "dev.json")
    run("score_quoted_spans.py", keys / "quoted-spans/dev.tsv", polnear / "dev.json", polnear / "train.json", basil)
    run("score_paraphrase.py", polnear / "dev.json", polnear / "train.json", basil)
    run("score_event_match.py", basil)
    run("score_reuse.py", basil)
    run("speed_compare.py", basil)
    run("score_tone.py", keys / "nyt-tone/dev.tsv", keys / "newsmtsc/train.jsonl")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None)
