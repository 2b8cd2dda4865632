"""The command line of the store: `python -m analysis store …`, for whoever runs the server."""

import argparse
from datetime import date
from pathlib import Path

from analysis import settings
from analysis.classroom import privacy
from analysis.store import Store, upkeep

PURPOSES = {
    "backup": "copy the whole store into a folder, checked, while the server runs",
    "restore": "put a backup in place of the store (stop the server first)",
    "purge": "delete all assignments whose day of deletion has passed",
    "export-person": "write all that is kept of one student as JSON and CSV",
    "delete-person": "delete all that is kept of one student",
    "doctor": "check the store and say what there is to know",
}


def run(arguments: list[str]) -> str:
    """Do what the arguments after `store` say; a sentence on what was done. Raises ParallaxError."""
    options = _options(arguments)
    told: str = {
        "backup": _backup,
        "restore": _restore,
        "purge": _purge,
        "export-person": _export,
        "delete-person": _delete,
        "doctor": _doctor,
    }[options.command](options)
    return told


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m analysis store", description=f"Look after the store. {settings.STORE} names it."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    made = {name: commands.add_parser(name, help=purpose) for name, purpose in PURPOSES.items()}
    made["backup"].add_argument("folder", type=Path, help="where the copy goes")
    made["restore"].add_argument("file", type=Path, help="the backup")
    for name in ("export-person", "delete-person"):
        made[name].add_argument("code", help="join code of the assignment")
        made[name].add_argument("name", help="pseudonym or class number of the student")
    made["export-person"].add_argument("--out", type=Path, default=Path(), help="folder for the two files")
    return parser.parse_args(arguments)


def _backup(options: argparse.Namespace) -> str:
    return f"Backed up to {upkeep.backup(settings.read().store, options.folder)}."


def _restore(options: argparse.Namespace) -> str:
    upkeep.restore(settings.read().store, options.file)
    return f"Restored from {options.file}."


def _purge(_options: argparse.Namespace) -> str:
    return f"Deleted {privacy.purge(Store(settings.read().store), date.today())} assignments."


def _export(options: argparse.Namespace) -> str:
    with Store(settings.read().store).write() as connection:
        told = privacy.export_person(connection, privacy.find_person(connection, options.code, options.name))
    options.out.mkdir(parents=True, exist_ok=True)
    for ending, text in (("json", told.json), ("csv", told.csv)):
        (options.out / f"person.{ending}").write_text(text, encoding="utf-8")
    return f"Wrote person.json and person.csv to {options.out}."


def _delete(options: argparse.Namespace) -> str:
    store = Store(settings.read().store)
    with store.write() as connection:
        who = privacy.find_person(connection, options.code, options.name)
        privacy.delete_person(connection, who, "person deleted by the operator")
    store.forget()
    return "Deleted. Copies in older backups go when those are deleted."


def _doctor(_options: argparse.Namespace) -> str:
    return "\n".join(upkeep.doctor(Store(settings.read().store)))
