"""Handouts for a class: a notebook and a page for each student, and the key for the instructor.

One process alone, this one, writes files, each at once: workers only send what they made. Beside the handouts
``.handouts/`` holds a record of each student: which files belong to the handout, their sums, and its answers.
A record is written last. Who has one that fits is left alone when the command is given again, so that a run
that was broken off goes on where it stopped.
"""

from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from gluteal.publish import handout_folder, handout_key, handout_pdf, handout_pool
from gluteal.publish.roster import Student
from gluteal.publish.tables import table_text

NOT_MADE = "not-made.csv"
SHOWN = 10
"""So many students without a handout are named on the screen; the table has all."""


@dataclass
class Done:
    """What a run did.

    Attributes
    ----------
    made, kept : int
        Handouts made now, and those that an earlier run had made.
    failed : list of (Student, str)
        Students without a handout, and why.
    remarks : list of str
        What else the instructor should know.
    """

    made: int = 0
    kept: int = 0
    failed: list[tuple[Student, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def nullwatch(items, length):
    """Show nothing."""
    return nullcontext(items)


def missing(folder, order, roster):
    """Return the students whose handout is still to be made."""
    return [student for student in roster if not folder.has(order, student)]


def make(folder, order, students, pool, pdf=None):
    """Make handouts; yield each student with None or with the reason why there is no handout.

    Parameters
    ----------
    folder : gluteal.publish.handout_folder.Folder
    order : Order
    students : list of Student
    pool : gluteal.publish.handout_pool.LocalPool or Cluster
    pdf : callable, optional
        Page's text → PDF.
    """
    known = {student.stem: student for student in students}
    for job, answer in handout_pool.answers(pool, map(order.job, students)):
        student = known[job["stem"]]
        yield student, answer.get("fault") or _kept(folder, order, student, answer, pdf)


def _kept(folder, order, student, answer, pdf):
    contents = {".ipynb": answer["notebook"], ".html": answer["page"]}
    try:
        if pdf:
            contents[".pdf"] = pdf(answer["page"])
        folder.keep(order, student, contents, answer["key"])
    except OSError as error:
        return f"its files could not be written ({error.strerror or error})"
    except Exception as error:
        return f"its PDF could not be made ({str(error).splitlines()[0][:120]})"
    return None


def run(order, roster, out, scheduler=None, workers=None, force=False, watched=nullwatch):
    """Make what is missing of a class's handouts, and the key.

    Parameters
    ----------
    order : Order
    roster : list of Student
    out : Path
    scheduler : str, optional
        Address of a Dask scheduler; by default this computer works alone.
    workers : int, optional
        How many processes; by default one for each processor.
    force : bool
        Replace handouts of another order.
    watched : callable
        Gets an iterable and its length, gives a context in which it is shown how far it is.

    Returns
    -------
    Done

    Raises
    ------
    PublishError
        When nothing can be made at all.
    """
    folder, done = handout_folder.Folder(Path(out)), Done()
    folder.prepare(order, force)
    with printing(order.pdf, done) as pdf:
        order = replace(order, pdf=pdf is not None)
        students = missing(folder, order, roster)
        done.kept = len(roster) - len(students)
        if students:
            with handout_pool.opened(scheduler, workers) as pool:
                told = make(folder, order, students, pool, pdf)
                with watched(told, len(students)) as told:
                    take(told, done)
    finish(folder, order, roster, done)
    return done


def take(told, done):
    """Count what was made and what was not."""
    for student, fault in told:
        done.made += not fault
        done.failed += [(student, fault)] if fault else []


@contextmanager
def printing(wanted, done):
    """Give what makes PDFs, or None, with a remark that says why."""
    if not wanted:
        yield None
        return
    with handout_pdf.printer() as pdf:
        if isinstance(pdf, str):
            done.remarks.append(pdf)
        yield None if isinstance(pdf, str) else pdf


def finish(folder, order, roster, done):
    """Write the key and the list of those who have no handout."""
    place = {student.stem: number for number, student in enumerate(roster)}
    done.failed.sort(key=lambda one: place[one[0].stem])
    without = {student.stem for student, _ in done.failed}
    made = [student for student in roster if student.stem not in without]
    keyed = [student for student in made if (folder.record(student) or {}).get("key")]
    for old in (*folder.out.glob("key*.html"), folder.out / "key.csv", folder.out / NOT_MADE):
        old.unlink(missing_ok=True)
    for name, content in handout_key.files(keyed, folder.record):
        handout_folder.write_at_once(folder.out / name, content)
    if done.failed:
        rows = [(student.id, student.name, reason) for student, reason in done.failed]
        text = "\ufeff" + table_text([("student_id", "name", "reason"), *rows])
        handout_folder.write_at_once(folder.out / NOT_MADE, text)
    if strangers := folder.strangers(roster):
        done.remarks.append(
            f"{len(strangers)} earlier handouts are of students who are not on this roster: "
            f"{', '.join(strangers[:5])}{', …' if len(strangers) > 5 else ''}"
        )


def summary(done, out):
    """Return what the command says at its end.

    Parameters
    ----------
    done : Done
    out : Path
    """
    said = [f"Made {done.made} {'handout' if done.made == 1 else 'handouts'}"]
    said[0] += f"; {done.kept} were there already." if done.kept else "."
    said += done.remarks
    if done.failed:
        said.append(f"Not made: {len(done.failed)}, listed in {Path(out) / NOT_MADE}:")
        said += [f"  {student.id} {student.name}: {reason}" for student, reason in done.failed[:SHOWN]]
        said += [f"  and {len(done.failed) - SHOWN} more"] if len(done.failed) > SHOWN else []
        said.append("The same command tries these again and leaves the others as they are.")
    if done.made or done.kept:
        said.append(f"Hand out: {Path(out) / handout_folder.STUDENTS}. For you alone: the key beside it.")
    return "\n".join(said)
