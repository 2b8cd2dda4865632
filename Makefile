# make run    the dashboard          make test   everything that must pass
# make check  style and types        make bench  accuracy and speed (KEYS=folder with gold data;
#                                                WRITE=1 puts the figures into data/accuracy.csv)
VENV := .venv
BIN := $(VENV)/bin
KEYS ?=
WRITE ?=

.PHONY: run test check bench clean

run: $(VENV)/run.stamp
	$(BIN)/python -m streamlit run dashboard.py

test: check $(VENV)/browser.stamp $(VENV)/postgres.stamp
	$(BIN)/python -m pytest

check: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/test.stamp
	$(BIN)/python -m tests.benchmarks $(KEYS) $(if $(WRITE),--write)

$(VENV)/run.stamp: requirements.txt
	sh .ci/python.sh $(VENV) requirements.txt
	touch $@

$(VENV)/test.stamp: requirements.txt requirements-cluster.txt requirements-dev.txt
	sh .ci/python.sh $(VENV) requirements-dev.txt
	touch $@

$(VENV)/browser.stamp: $(VENV)/test.stamp
	sh .ci/browser.sh $(VENV)
	touch $@

$(VENV)/postgres.stamp: $(VENV)/test.stamp
	sh .ci/postgres.sh
	touch $@

clean:
	rm -rf $(VENV)
