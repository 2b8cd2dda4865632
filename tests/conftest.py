"""Fixtures that several tests share."""

import secrets
from functools import cache

import pytest
from sqlalchemy import create_engine

from analysis import cases, lexicons, measures
from analysis.fetching import visits
from analysis.fetching.addresses import Network
from analysis.store import Store
from analysis.store.connections import address
from tests import postgres as postgres_server
from tests.fetching.server import Server


@pytest.fixture(scope="session")
def read_case():
    """case id -> the articles of that teaching case, as the dashboard reads them."""

    return cache(lambda case_id: list(cases.articles(case_id)))


@pytest.fixture(scope="session")
def case_articles(read_case):
    """The articles of the first teaching case."""
    return read_case(cases.ids()[0])


@pytest.fixture(scope="session")
def case_results(case_articles):
    """All results of the teaching case, in one list."""
    return [result for article in case_articles for result in measures.score(article).values()]


@pytest.fixture
def server(monkeypatch):
    """A web server of our own, which is asked without polite waiting."""
    real = lexicons.threshold
    monkeypatch.setattr(lexicons, "threshold", lambda name: 0.0 if name == "fetch_interval" else real(name))
    visits._next_visit.clear()
    one = Server()
    yield one
    one.close()


@pytest.fixture
def loopback(server):
    """A network of that server alone, under any name."""
    return Network(
        permits=lambda address: str(address) == "127.0.0.1",
        resolve=lambda host, port: ["127.0.0.1"],
        ports=frozenset({server.port}),
    )


@pytest.fixture(scope="session")
def postgres():
    """The address of a PostgreSQL server of our own."""
    if postgres_server.programs() is None:
        pytest.skip("PostgreSQL is not installed here (.ci/postgres.sh installs it on Debian)")
    with postgres_server.running() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path):
    """The place of an empty store: a file, then a database of a PostgreSQL server."""
    if request.param == "sqlite":
        yield tmp_path / "parallax.sqlite"
        return
    server = create_engine(address(request.getfixturevalue("postgres")), isolation_level="AUTOCOMMIT")
    name = f"test_{secrets.token_hex(6)}"
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield request.getfixturevalue("postgres").replace("/postgres", f"/{name}")
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    server.dispose()


@pytest.fixture
def any_store(place):
    """An empty store, of both kinds in turn."""
    opened = Store(place)
    yield opened
    opened.close()
