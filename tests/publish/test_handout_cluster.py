"""`gluteal handouts --scheduler`: a Dask cluster of several processes, of which one is killed on the way."""

import os
import signal
import sys
import threading

import pytest
from click.testing import CliRunner

from gluteal import __main__ as cli
from tests.publish.class_room import tree, write_roster

distributed = pytest.importorskip("distributed")
STUDENTS = 36


def ask(*words):
    """Run the command in this process."""
    return CliRunner().invoke(cli.main, ["handouts", "--no-pdf", *map(str, words)], prog_name="gluteal")


@pytest.fixture
def cluster():
    """Three worker processes of this computer."""
    with distributed.LocalCluster(
        n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as made:
        yield made


def kill_one_worker(cluster, out, done):
    """Kill a worker as soon as some handouts are there."""
    while len(list(out.glob(".handouts/s*.json")) + list(out.glob(".handouts/*-s0*.json"))) < 3:
        if done.wait(0.01):
            return
    worker = next(iter(cluster.workers.values()))
    os.kill(worker.pid, signal.SIGKILL)
    cluster.killed = worker.pid


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed as POSIX does")
def test_a_killed_worker_loses_and_doubles_nothing(cluster, tmp_path):
    roster, out, done = write_roster(tmp_path / "r.csv", STUDENTS), tmp_path / "out", threading.Event()
    killer = threading.Thread(target=kill_one_worker, args=(cluster, out, done))
    killer.start()
    told = ask("--roster", roster, "--lesson", 3, "--out", out, "--scheduler", cluster.scheduler_address)
    done.set()
    killer.join()
    assert cluster.killed
    assert told.exit_code == 0 and f"Made {STUDENTS} handouts." in told.output, told.output
    assert len(list((out / "students").iterdir())) == 2 * STUDENTS
    assert ask("--roster", roster, "--lesson", 3, "--out", tmp_path / "here").exit_code == 0
    assert tree(out) == tree(tmp_path / "here")


def test_a_cluster_without_workers_is_told(tmp_path):
    with distributed.LocalCluster(
        n_workers=0, processes=True, dashboard_address=None, silence_logs=50
    ) as empty:
        roster = write_roster(tmp_path / "r.csv")
        words = "--roster", roster, "--lesson", 3, "--out", tmp_path / "o"
        told = ask(*words, "--scheduler", empty.scheduler_address)
    assert told.exit_code == 1 and "has no worker; start one" in told.output
