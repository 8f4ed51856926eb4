"""The process that makes handouts: it is warm, and forks for each student.

`gluteal.publish.handout_pool` starts it and talks to it in frames: four bytes of length, then JSON. It loads
all that handouts need once. For each job it forks; the child lets papermill execute the notebook with
`gluteal.publish.handout_engine`, sends the result and ends, so that no student's notebook finds anything of
another one's, a crash takes one student along and no more, and an endless loop can be stopped. Where Python
cannot fork (Windows) the job runs in this process itself, in a new shell.
"""

import json
import os
import select
import signal
import struct
import sys
import tempfile
import time

TIME_LIMIT_S = 120.0
"""A notebook that takes longer is stopped; with a job, ``time_limit_s`` says something else."""
_LENGTH = struct.Struct(">I")


def read_frame(stream):
    """Return the next message, or None at the end or where the other side broke off in the middle."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    body = stream.read(length)
    return json.loads(body) if len(body) == length else None


def write_frame(stream, message):
    """Send a message."""
    body = json.dumps(message, ensure_ascii=False).encode()
    stream.write(_LENGTH.pack(len(body)) + body)
    stream.flush()


def make(job):
    """Execute the notebook of one student in this process.

    Parameters
    ----------
    job : dict
        ``template`` (text of a notebook) and ``parameters``.

    Returns
    -------
    dict
        ``notebook``, ``page`` (texts of files) and ``key``; or ``fault``, a sentence.
    """
    from gluteal.publish import handout_notebook

    try:
        return handout_notebook.make(job["template"], job["parameters"])
    except Exception as error:
        return {"fault": handout_notebook.sentence(error)}


def make_apart(job):
    """Execute the notebook of one student in a forked process and return what `make` returns."""
    home = os.getcwd()
    with tempfile.TemporaryDirectory(prefix="handout-") as place:
        if hasattr(os, "fork"):
            return _forked(job, place)
        _enter(place)
        try:
            return make(job)
        finally:
            os.chdir(home)
            tempfile.tempdir = None


def _enter(place):
    """Work in an empty folder: there lies what a notebook writes, and it goes when the notebook is done."""
    work = os.path.join(place, "work")
    os.mkdir(work)
    os.chdir(work)
    tempfile.tempdir, os.environ["GLUTEAL_WORK"] = place, work


def _forked(job, place):
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _answer_and_end(theirs, job, place)
    os.close(theirs)
    answer = _received(ours, child, job.get("time_limit_s", TIME_LIMIT_S))
    _, status = os.waitpid(child, 0)
    if isinstance(answer, dict):
        return answer
    return _complete(answer, os.waitstatus_to_exitcode(status))


def _answer_and_end(pipe, job, place):
    """In the child: whatever happens, no line of the parent's code runs here."""
    status = 1
    try:
        os.setpgrp()
        _enter(place)
        answer = json.dumps(make(job), ensure_ascii=False).encode()
        with os.fdopen(pipe, "wb") as stream:
            stream.write(_LENGTH.pack(len(answer)) + answer)
        status = 0
    finally:
        os._exit(status)


def _received(pipe, child, limit_s):
    """Everything the child writes; a fault where it took too long."""
    end, parts = time.monotonic() + limit_s, []
    try:
        while select.select([pipe], [], [], max(0.0, end - time.monotonic()))[0]:
            part = os.read(pipe, 1 << 20)
            if not part:
                return b"".join(parts)
            parts.append(part)
        _stop(child)
        return {"fault": f"the notebook did not end within {limit_s:g} seconds and was stopped"}
    finally:
        os.close(pipe)


def _stop(child):
    """End the child and what it started."""
    for kill, who in ((os.killpg, child), (os.kill, child)):
        try:
            kill(who, signal.SIGKILL)
        except OSError:
            continue


def _complete(answer, status):
    """The child's message, or why there is none."""
    if len(answer) >= _LENGTH.size and len(answer) == _LENGTH.size + _LENGTH.unpack_from(answer)[0]:
        return json.loads(answer[_LENGTH.size :])
    why = f"signal {-status}" if status < 0 else f"exit status {status}"
    return {"fault": f"the process that ran the notebook ended before it was done ({why})"}


def main():
    """Answer jobs until nobody asks any more."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a cell's subprocess prints must not come between the frames
    _warm_up()
    write_frame(answers, {"ready": os.getpid()})
    while (job := read_frame(sys.stdin.buffer)) is not None:
        write_frame(answers, make_apart(job))


def _warm_up():
    """Load what every handout needs, and keep the collector away from it: forks then share its memory."""
    import gc

    from gluteal.publish import handout_notebook

    handout_notebook.warm_up()
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    main()
