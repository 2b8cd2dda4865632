"""A real PostgreSQL server for the tests, in a folder of its own, started as an ordinary user."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

PLACES = ("/usr/lib/postgresql/*/bin", "/opt/homebrew/opt/postgresql*/bin", "/usr/local/opt/postgresql*/bin")
SETTINGS = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "shared_buffers": "32MB", "fsync": "off"}


def programs():
    """The folder with initdb and pg_ctl; None where PostgreSQL is not installed."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    for place in PLACES:
        folders += sorted(Path("/").glob(place[1:]), reverse=True)
    return next((folder for folder in folders if (folder / "pg_ctl").exists()), None)


def owner():
    """The user to run it as: PostgreSQL refuses root. None for the user that runs the tests."""
    if os.getuid():
        return None
    names = {one.pw_name for one in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody", "daemon") if name in names)


@contextmanager
def running():
    """The address of a server with an empty database; it is gone afterwards."""
    folder, user = programs(), owner()
    home = Path(tempfile.mkdtemp(prefix="parallax-postgres-"))
    if user:
        shutil.chown(home, user)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data, log = home / "data", home / "log"
    told = [f"-c {name}={value}" if value else f"-c {name}=''" for name, value in SETTINGS.items()]

    def run(*command):
        subprocess.run(command, user=user, cwd=home, check=True, capture_output=True, timeout=60, env={"LC_ALL": "C"})

    try:
        run(folder / "initdb", "-D", data, "-A", "trust", "-U", "parallax", "-E", "UTF8", "--no-sync")
        run(folder / "pg_ctl", "-D", data, "-l", log, "-w", "-o", f"-p {port} {' '.join(told)}", "start")
        try:
            yield f"postgresql://parallax@127.0.0.1:{port}/postgres"
        finally:
            run(folder / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)
