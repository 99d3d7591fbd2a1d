# Needs Python 3.11 or newer, make and git; installs everything else into .venv, here, and nowhere else.

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$name; break; }; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
WORKERS ?= 3
# Images of Python often set it: then each of our processes, and each of the tests', would compile all of it anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo story test pictures messages sim sim-ci chaos eval bench train fmt run check complaints venv clean

help: ## Show this help
	@echo "Ours: a Slack bot that helps a company own its customers together."
	@echo
	@grep -E '^[a-z-]+:.*## ' Makefile | awk -F ':.*## ' '{ printf "  make %-12s %s\n", $$1, $$2 }'
	@echo
	@echo "New here? make demo"

demo: .venv/.runs ## Open a Slack of your own in the browser, with a company and its bot; Ctrl-C ends it (PORT=8071)
	@test -z "$(REPLAY)" || { echo "Your texts are played by: make story REPLAY=$(REPLAY)"; exit 2; }
	@$(BIN)/python -m bot demo $(if $(PORT),--port $(PORT))

story: .venv/.runs ## Tell its two weeks in the terminal, in a minute (REPLAY=file.jsonl LIMIT=50: real texts instead)
	@$(BIN)/python -m bot story $(if $(REPLAY),--replay "$(REPLAY)") $(if $(LIMIT),--limit $(LIMIT)) $(if $(SVG),--svg "$(SVG)")

test: .venv/.develops ## Check everything: lint, format, types, tests (PYTEST='-k word' picks some, WORKERS=4)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@mkdir -p build
	@echo "mypy, and beside it pytest -n $(WORKERS) $(PYTEST)"
	@$(BIN)/mypy > build/types.txt 2>&1 & types=$$!; \
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(PYTEST); tests=$$?; \
	wait $$types; types=$$?; cat build/types.txt; exit $$((tests | types))

pictures: .venv/.develops ## Take the README's pictures anew: the browser test's own
	$(BIN)/python -m pytest tests/browser/test_newcomer.py
	@mkdir -p docs/pictures
	cp build/browser/card.png build/browser/nudge.png build/browser/curtain.png docs/pictures/

messages: .venv/.develops ## Write docs/messages.md anew: what people read, with a picture of each
	OURS_BOOK=1 $(BIN)/python -m pytest -n 0 tests/book

sim: .venv/.develops ## Simulate 200 weeks with all faults (WEEKS=20 SEED=1; SIM='--replay 17', '--bugs')
	@$(BIN)/python -m tests.sim --weeks $(or $(WEEKS),200) --seed $(or $(SEED),1) $(SIM)

sim-ci: .venv/.develops ## Simulate a fixed set of weeks, every deliberate bug, and one fresh seed
	@$(BIN)/python -m tests.sim --ci $(SIM)

chaos: .venv/.develops ## Kill real processes 400 times, restart PostgreSQL, fill the disk: twenty minutes (CHAOS='--only disk --seed 7')
	@$(BIN)/python -m tests.chaos $(CHAOS)

eval: .venv/.runs ## Measure what reading gets right: OURS_DATA is the folder of the labelled texts (EVAL=promises: a part)
	@$(BIN)/python -m bench.reading $(EVAL) build/misses.txt

bench: .venv/.develops ## Measure what reading costs: milliseconds for 4,000 characters of each kind, and memory
	@$(BIN)/python -m bench.readers

train: .venv/.develops ## Train the small models that reading ships, from OURS_DATA (installs scikit-learn and JAX here)
	@$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["train"], sep="\n")' | $(PIP) install -r /dev/stdin
	@$(BIN)/python -m bench.training

fmt: .venv/.develops ## Format the code and mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

run: .venv/.runs ## Run the bot in a real Slack: web or Socket Mode and jobs, in one process
	@$(BIN)/python -m bot migrate
	@$(BIN)/python -m bot run

check: .venv/.runs ## Say what is right and what to mend in your settings and departments
	@$(BIN)/python -m config

complaints: .venv/.runs ## Replay 200 real complaints: OURS_DATA is the folder of complaints.jsonl
	@test -n "$(OURS_DATA)" || { echo "Say where the complaints are: make complaints OURS_DATA=folder"; exit 2; }
	@test -r "$(OURS_DATA)/complaints.jsonl" || { echo "There is no complaints.jsonl in $(OURS_DATA)."; exit 2; }
	@$(BIN)/python -m bot story --replay "$(OURS_DATA)/complaints.jsonl" --limit 200 --check

venv: .venv/.develops ## Make .venv, or bring it up to date
	@echo "Ready: .venv ($$($(BIN)/python --version))"

clean: ## Remove .venv, caches and build files (never a database)
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp file stands for "installed as these files say", so that a second make is quick.
$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Ours needs Python 3.11 or newer, and found none. Install it, or say where it is: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Ours needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1 | head -n 1). Try: make PYTHON=python3.11"; exit 1; }
	@echo "Making .venv with $$($(PYTHON) --version) …"
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "Python has no venv module here. On Debian or Ubuntu: apt install python3-venv"; exit 1; }

.venv/.runs: requirements.txt pyproject.toml | $(BIN)/python
	@echo "Installing what runs (once; a minute at most) …"
	@$(PIP) install -r requirements.txt
	@$(PIP) install --no-deps -e .
	@touch $@

.venv/.develops: requirements-dev.txt .venv/.runs
	@echo "Installing what tests (once) …"
	@$(PIP) install -r requirements-dev.txt
	@touch $@
