"""The commands: what each is called, what it does, what it passes on."""

import argparse
import subprocess
import sys

from . import environment
from .speech import Stop, say, use_utf8

HELP = """\
The gluteal lessons: interactive notebooks on myofascial pain of the gluteal muscles.

  python run.py lab         set up what is needed and open the lessons in JupyterLab
  python run.py test        set up what is needed and run every test
  python run.py setup       set up what is needed and stop there (--test: for the tests too)
  python run.py figures     draw the figures anew
  python run.py lessons     run the lessons anew and store what they show
  python run.py site        write the lessons as web pages that need no server
  python run.py slides      write the lessons as slides for a class (slides 03: one lesson)
  python run.py handouts    make a handout for each student of a class (--help says how)
  python run.py results     report over the progress files that a class handed in
  python run.py doctor      check this computer and this copy of the lessons
  python run.py bench       measure what the lessons cost: time, memory, disk
  python run.py lock        compute the pinned package versions anew (for maintainers)
  python run.py clean-env   delete the Python environment in .venv

With make:  make lab,  make test,  ...   On Windows:  py run.py lab
`python run.py COMMAND --help` says which options a command has."""


def main(arguments: list) -> int:
    """Run one command and return its exit status; whatever stops it is said in a sentence."""
    use_utf8()
    try:
        return run(arguments)
    except Stop as reason:
        print(f"\n{reason}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def run(arguments: list) -> int:
    """Find the command and call it."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        say(HELP)
        return 0
    name, *rest = arguments
    if name not in COMMANDS:
        raise Stop(f"There is no command {name!r}. The commands are: {', '.join(COMMANDS)}.")
    return COMMANDS[name](rest)


def lab(arguments: list) -> int:
    """Open the lessons."""
    from .lab import start

    parser = argparse.ArgumentParser(prog="run.py lab", description="Open the lessons in JupyterLab.")
    parser.add_argument("--port", help="the port to use; without it the first free one from 8888 on")
    parser.add_argument("--no-browser", action="store_true", help="only show the address")
    chosen = parser.parse_args(arguments)
    return start(chosen.port, not chosen.no_browser)


def setup(arguments: list) -> int:
    """Only set up."""
    parser = argparse.ArgumentParser(prog="run.py setup", description="Set up what is needed and stop there.")
    parser.add_argument("--test", action="store_true", help="also what the tests need")
    environment.prepare("test" if parser.parse_args(arguments).test else "learn")
    say("The environment in .venv is complete.")
    return 0


def test(arguments: list) -> int:
    """Run the tests."""
    from .suite import PARTS, run_parts

    parser = argparse.ArgumentParser(
        prog="run.py test", description="Run the tests. What is not an option of this command goes to pytest."
    )
    parser.add_argument(
        "--part", choices=list(PARTS), action="append", help="only this part; may be repeated"
    )
    chosen, rest = parser.parse_known_args(arguments)
    return run_parts(chosen.part or list(PARTS), rest)


def package_command(name: str, purpose: str = "learn"):
    """Return a command that calls ``gluteal NAME`` in the environment."""

    def call(arguments: list) -> int:
        python = environment.prepare(purpose)
        return wait([str(python), "-m", "gluteal", name, *arguments])

    return call


def bench(arguments: list) -> int:
    """Run every measurement in ``bench``, or those whose names are given."""
    scripts = sorted((environment.ROOT / "bench").glob("*.py"))
    unknown = set(arguments) - {script.stem for script in scripts}
    if unknown:
        raise Stop(
            f"Unknown: {', '.join(unknown)}. There are: {', '.join(script.stem for script in scripts)}."
        )
    python = environment.prepare("test")
    chosen = [script for script in scripts if not arguments or script.stem in arguments]
    return max([measure(python, script) for script in chosen])


def measure(python, script) -> int:
    """Run one measurement under its name."""
    say(f"\n=== {script.stem}")
    return wait([str(python), str(script)])


def wait(command: list) -> int:
    """Run a program to its end and return its exit status."""
    return subprocess.run(command, cwd=environment.ROOT, env=environment.child_environment()).returncode


def lock(arguments: list) -> int:
    """Compute the locks."""
    from .locking import compile_locks

    return compile_locks(arguments)


def clean_env(arguments: list) -> int:
    """Delete the environment."""
    if environment.HOME.exists():
        environment.remove()
    environment.TURN.unlink(missing_ok=True)
    say("The Python environment is deleted; your answers in my_work are still there.")
    return 0


COMMANDS = {
    "lab": lab,
    "test": test,
    "setup": setup,
    "figures": package_command("figures"),
    "lessons": package_command("lessons"),
    "site": package_command("site"),
    "slides": package_command("slides"),
    "handouts": package_command("handouts", "class"),
    "results": package_command("results"),
    "doctor": package_command("doctor"),
    "bench": bench,
    "lock": lock,
    "clean-env": clean_env,
}
