.PHONY: install tools test check personas frames coverage mutants crash bench run demo chat lock
PYTHON ?= python3
BIN := .venv/bin
# Bytecode is kept, also where the environment forbids it: without, each start compiles all of the bot anew.
export PYTHONDONTWRITEBYTECODE =

install: .venv/installed  ## what runs the coach

tools: .venv/tools  ## what tests it, checks it and draws its pictures

.venv/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("hipcoach needs Python 3.11 or newer, this is %d.%d. Try: make PYTHON=python3.12 ..." % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/tools: .venv/installed requirements-tools.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-tools.lock
	@touch $@

# Three on two cores: what waits for a bot leaves one free. Files come in their order: xdist would put those of one long
# test, such as fifteen kills, last.
test: tools
	$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder

check: tools
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/hipcoach content check

personas: tools  ## eight people live with the coach for twelve weeks each; their reports (about five minutes; KEEP_REPORTS=1 rewrites them)
	$(BIN)/pytest -n 2 -m "weeks or not weeks" tests/personas/test_reports.py tests/page/test_worlds.py

frames: tools  ## every frame of every clip is held against what the body touches (about a minute)
	$(BIN)/pytest -n 2 -m "frames or not frames" tests/pictures/test_every_clip.py

coverage: tools  ## every line and branch of the rules and the use cases is tested
	$(BIN)/coverage run -m pytest -q tests/domain tests/coach
	$(BIN)/coverage report

mutants: tools  ## break the rules one by one; each has to fail a test (about 40 minutes; `python -m tests.mutants week` tries one module)
	$(BIN)/python -m tests.mutants

crash: tools  ## kill the bot 500 times while sets arrive, 100 times while reminders go out (about half an hour)
	$(BIN)/python -m tests.crash

.venv-peers/installed: bench/peers/requirements.txt
	$(PYTHON) -m venv .venv-peers
	.venv-peers/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

bench: tools .venv-peers/installed  ## what the coach costs beside its peers, into bench/RESULTS.md (about half an hour)
	$(BIN)/pip install --quiet --disable-pip-version-check 'py-spy>=0.4'
	$(BIN)/python -m bench

run: install
	$(BIN)/hipcoach run

demo: install  ## a local Telegram, the real bot, and phones in the browser
	@$(BIN)/hipcoach demo

chat: install  ## the same, as a chat in this terminal
	$(BIN)/hipcoach chat

lock:  ## pin anew what pyproject.toml allows (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group build --upgrade pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group build --group dev --upgrade -c requirements.lock pyproject.toml -o requirements-tools.lock
