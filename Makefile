# Every target is one command of run.py, which works without make too:  python run.py lab
#   make lab PORT=9000 BROWSER=no      make test ARGS="-k plates"      make test PART=browser
#   make lab PYTHON=python3.12

# The first Python on this computer that is new enough; otherwise python3, and run.py says what to do.
PYTHON ?= $(shell for name in python3 python python3.14 python3.13 python3.12 python3.11; do \
	if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$name; exit; fi; \
	done; echo python3)
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help lab test setup figures lessons site slides handouts results doctor bench lock clean-env

help:
	@$(PYTHON) run.py

lab:
	@$(PYTHON) run.py lab $(if $(PORT),--port $(PORT)) $(if $(filter no,$(BROWSER)),--no-browser) $(ARGS)

test:
	@$(PYTHON) run.py test $(if $(PART),--part $(PART)) $(ARGS)

setup figures lessons site slides handouts results doctor bench lock clean-env:
	@$(PYTHON) run.py $@ $(ARGS)
