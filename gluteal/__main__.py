"""The command line: ``gluteal`` or ``python -m gluteal``. Each command is thin and imports what it needs."""

import contextlib
import functools
import importlib
import os
import sys
from pathlib import Path

import click

from gluteal import paths


class Commands(click.Group):
    """A group that names its commands when it is asked for one it does not have."""

    def resolve_command(self, context, arguments):
        """Return the command, or a sentence with those that exist."""
        if arguments and self.get_command(context, arguments[0]) is None and arguments[0][:1] != "-":
            names = ", ".join(self.list_commands(context))
            raise click.UsageError(f"There is no command {arguments[0]!r}. The commands are: {names}.")
        return super().resolve_command(context, arguments)


def sentences_only(command):
    """Turn an error into a sentence; with GLUTEAL_DEBUG=1 a maintainer gets the traceback instead."""

    @functools.wraps(command)
    def called(*arguments, **options):
        try:
            return command(*arguments, **options)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as error:
            if os.environ.get("GLUTEAL_DEBUG") == "1":
                raise
            raise click.ClickException(explain(error)) from None

    return called


def explain(error: Exception) -> str:
    """Return what an error says; where it was not written for people, how a maintainer finds its place."""
    if isinstance(error, KeyError) and error.args:
        return str(error.args[0])
    if str(error) and (isinstance(error, ValueError) or type(error).__module__.startswith("gluteal.")):
        return str(error)
    hint = "Set GLUTEAL_DEBUG=1 and try again to see where it happened."
    return f"{type(error).__name__}: {error}\n{hint}"


def part(name: str):
    """Import a module of the package only when its command is called: ``gluteal --help`` stays quick."""
    return importlib.import_module(f"gluteal.{name}")

LEVELS = click.Choice(["easy", "medium", "hard"])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="gluteal", message="gluteal %(version)s")
def main():
    """Interactive lessons on myofascial pain and trigger points of the gluteal muscles."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


@main.command()
@sentences_only
def check():
    """Check every fact, question and plate; say file, row, problem and remedy for each fault."""
    problems = part("check").problems(paths.root())
    for one in (*problems, *part("check").remarks(paths.root())):
        click.echo(str(one))
    click.echo(f"{len(problems)} problems." if problems else "No problem found in the data.")
    raise SystemExit(1 if problems else 0)


@main.command()
@click.argument("names", nargs=-1)
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Where to write; default: figures."
)
@click.option(
    "--language", default="en", show_default=True, help="en, la, or the code of a table in data/names."
)
@sentences_only
def figures(names, out, language):
    """Draw the figures anew (all, or those named) as SVG and PNG."""
    if language != "en" and out is None:
        raise click.UsageError("The lessons show the English figures: say with --out where others go.")
    folder = out or paths.figures_dir()
    with part("catalogue").in_language(language):
        part("drawing.registry").write_all(folder, only=names or None)
    click.echo(f"Wrote the figures to {folder}.")


@main.command()
@click.argument("names", nargs=-1)
@click.option(
    "--check", is_flag=True, help="Write nothing; fail if a stored lesson is not what it shows now."
)
@sentences_only
def lessons(names, check):
    """Run the lessons anew (all, or those named) and store what they show."""
    publishing = part("publish.lessons")
    click.echo(publishing.report(publishing.execute(names, check=check)))


@main.command()
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Where to write; default: site."
)
@sentences_only
def site(out):
    """Write the lessons as web pages that work without a server and without internet."""
    folder = out or paths.root() / "site"
    part("publish.site").build(folder)
    click.echo(f"Wrote the pages. Open {folder / 'index.html'} in a browser.")


@main.command()
@click.argument("names", nargs=-1)
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Where to write; default: slides."
)
@sentences_only
def slides(names, out):
    """Write the lessons (all, or those numbered) as slides: one file each, which opens without internet."""
    folder = out or paths.root() / "slides"
    written = part("publish.slides").build(folder, names)
    decks = "1 deck" if len(written) == 1 else f"{len(written)} decks"
    click.echo(f"Wrote {decks}. Open {folder / 'index.html'} in Chrome, Edge or Firefox; S opens the notes.")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("drawing-report"), show_default=True,
    help="Folder to write to.",
)  # fmt: skip
@click.option("--one-side", is_flag=True, help="Lay both sides over each other on the right one.")
@click.option("--force", is_flag=True, help="Replace the report that is already there.")
@sentences_only
def drawings(folder, out, one_side, force):
    """Report over a folder of saved pain drawings: frequency map, tables, a page that prints."""
    reading, report = part("publish.drawing_folder"), part("publish.drawing_report")
    names = reading.names(folder, without=out)
    report.check_free(out, force)
    with watched(names, "Reading drawings") as files:
        found = reading.read(folder, files, one_side)
    report.write(found, out)
    click.echo(report.summary(found, out))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("class-report"), show_default=True,
    help="Folder to write to.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Replace the report that is already there.")
@sentences_only
def results(folder, out, force):
    """Report over the progress files of a class: objectives, difficulty and discrimination of questions."""
    reading, report = part("publish.results_folder"), part("publish.results_report")
    names = reading.names(folder, without=out)
    report.check_free(out, force)
    with watched(names, "Reading progress files") as files:
        found = reading.read(folder, files)
    table = report.write(found, out)
    click.echo(report.summary(found, table, out))


@main.command()
@click.option("--roster", required=True, type=click.Path(path_type=Path), help="CSV: id, name.")
@click.option("--lesson", metavar="N", help="Questions of this lesson, chosen for each student.")
@click.option("--case", "case_seed", metavar="SEED", type=int, help="A case for each student of this course.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder to write to.")
@click.option("--seed", type=int, default=1, show_default=True, help="Seed of the course, with --lesson.")
@click.option("--questions", type=click.IntRange(1, 40), default=8, show_default=True, help="With --lesson.")
@click.option("--difficulty", type=LEVELS, default="medium", show_default=True, help="With --case.")
@click.option("--pdf/--no-pdf", default=True, show_default=True, help="Also PDF, when there is a browser.")
@click.option("--template", type=click.Path(path_type=Path), help="A notebook of your own instead.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes; default: one for each processor.")
@click.option("--scheduler", metavar="ADDRESS", help="Of a Dask cluster that makes them: tcp://host:8786.")
@click.option("--force", is_flag=True, help="Replace handouts of another order in the same folder.")
@sentences_only
def handouts(roster, lesson, case_seed, out, scheduler, workers, force, **chosen):
    """Make a handout for each student of a class, and the key; given again, it makes what is missing."""
    making = part("publish.handouts")
    order = part("publish.handout_order").order(lesson, case_seed, **chosen)
    students = part("publish.roster").read(roster)
    try:
        done = making.run(order, students, out, scheduler, workers, force, watched=watched_handouts)
    except KeyboardInterrupt:
        raise click.ClickException("Stopped. The same command goes on where this one stopped.") from None
    click.echo(making.summary(done, out))
    raise SystemExit(1 if done.failed else 0)


def watched_handouts(students, length):
    """Return handouts with a bar that shows how far they are and the time left, on a terminal only."""
    if not sys.stderr.isatty():
        return contextlib.nullcontext(students)
    return click.progressbar(students, length=length, label="Handouts", show_pos=True, file=sys.stderr)


@main.command()
@click.argument("seed", type=int)
@click.option("--difficulty", type=LEVELS, default="medium", show_default=True, help="How much is told.")
@click.option("--key", is_flag=True, help="Show the key for whoever teaches, too.")
@sentences_only
def case(seed, difficulty, key):
    """Print the invented case of a seed; the same seed gives the same case on every computer."""
    made, texts = part("models.case_generator").generate_case(seed, difficulty), part("models.case_text")
    click.echo(texts.case_text(made) + (f"\n\n{texts.key_text(made)}" if key else ""))


@main.command("hip")
@click.argument("poses", type=click.Path(allow_dash=True))
@click.option(
    "--out", required=True, type=click.Path(allow_dash=True), help="Table to write; - for the screen."
)
@click.option(
    "--variant", type=click.Choice(["via", "head24"]), default="via", show_default=True,
    help="head24: no line passes through the femoral head.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Replace the table that is already there.")
@sentences_only
def hip_poses(poses, out, variant, force):
    """Compute a table of hip poses: length and moment arms of every muscle line."""
    part_of = part("publish.hip_poses")
    with part_of.opened(poses) as source, part_of.written(out, force) as target:
        count = part_of.solve(source, target, lambda words: click.echo(words, err=True), variant)
    click.echo(part_of.summary(count), err=True)
    raise SystemExit(1 if count.bad else 0)


def watched(items, label):
    """Return items with a bar that shows how far they are, on a terminal only."""
    if not sys.stderr.isatty():
        return contextlib.nullcontext(items)
    return click.progressbar(items, label=label, file=sys.stderr)


@main.command()
@sentences_only
def trust():
    """Trust the lessons and set JupyterLab for them: widgets show on opening and are kept on saving."""
    trusting = part("trusting")
    names = trusting.trust_lessons()
    try:
        part("publish.jupyterlab").write_settings()
        part("publish.jupyterlab").write_extension()
    except (OSError, ValueError) as error:
        click.echo(f"JupyterLab could not be set for the lessons: {error}", err=True)
    click.echo(f"Trusted: {len(names)} lessons. The signatures are in\n{trusting.signature_file()}")


@main.command()
@sentences_only
def doctor():
    """Check this computer and this copy of the lessons, with a remedy for whatever is wrong."""
    doctor = part("doctor")
    findings = doctor.examine() + part("trusting").examine()
    click.echo(doctor.report(findings))
    raise SystemExit(0 if all(one.ok for one in findings) else 1)


@main.command("binder-link")
@click.option("--write", is_flag=True, help="Write the link into its marked place in README.md.")
@click.option("--remote", default="origin", show_default=True, help="The git remote to read.")
@click.option("--branch", default="HEAD", show_default=True, help="The branch, tag or commit to open.")
@sentences_only
def binder_link(write, remote, branch):
    """Derive the Binder link of this copy from its git remote."""
    binder = part("binder")
    link = binder.link(binder.remote_address(paths.root(), remote), branch)
    click.echo(link)
    if write:
        binder.write(link, paths.root() / "README.md")
        click.echo("README.md now has this link.")


@main.command("hub-link")
@click.argument("hub")
@click.option("--lesson", default="00", show_default=True, help="The lesson that opens.")
@click.option("--remote", default="origin", show_default=True, help="The git remote to read.")
@click.option("--branch", default="main", show_default=True, help="The branch that the students get.")
@sentences_only
def hub_link(hub, lesson, remote, branch):
    """Derive the link that brings the lessons to students of HUB, such as https://hub.example.org."""
    address = part("binder").remote_address(paths.root(), remote)
    click.echo(part("publish.hub_link").link(hub, address, branch, lesson))


if __name__ == "__main__":
    main()
