"""Workers that make handouts: several processes on this computer, or a Dask cluster that is there already."""

import os
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import contextmanager

from gluteal.publish.embed import PublishError
from gluteal.publish.handout_worker import read_frame, write_frame

MODULE = "gluteal.publish.handout_worker"
AHEAD = 4
"""So many jobs wait for each worker: none is idle, and few results are held in memory."""


class WorkerLost(Exception):
    """The warm process ended while it was asked."""


class Worker:
    """A warm process on this computer. It is started when it is first asked."""

    def __init__(self):
        self._process, self._said, self._ended = None, None, False

    def make(self, job):
        """Return what the worker answers; a worker that was lost is started again, once."""
        try:
            return self._ask(job)
        except WorkerLost:
            self.close()
        try:
            return self._ask(job)
        except WorkerLost as lost:
            self.close()
            return {"fault": str(lost)}

    def _ask(self, job):
        try:
            process = self._started()
            write_frame(process.stdin, job)
            answer = read_frame(process.stdout)
        except OSError:
            answer = None
        if answer is None:
            raise WorkerLost(f"the process that makes handouts ended ({self._last_words()})")
        return answer

    def _started(self):
        if self._ended:
            raise WorkerLost("the work was stopped")
        if self._process is None:
            self._said = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
            self._process = subprocess.Popen(
                [sys.executable, "-m", MODULE],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._said, env=_surroundings(),
                start_new_session=True,
            )  # fmt: skip
            if read_frame(self._process.stdout) is None:
                raise WorkerLost(f"the process that makes handouts did not start ({self._last_words()})")
        return self._process

    def _last_words(self):
        if self._said is None:
            return "no reason given"
        self._said.seek(0)
        lines = self._said.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1][:200] if lines else "no reason given"

    def close(self):
        """End the process; another one is started when the next job comes."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()

    def end(self):
        """End the process and start no other one."""
        self._ended = True
        self.close()


def _surroundings():
    """Fixed hashes, so that the order of a set is the same every time; no start-up of the user's Python."""
    return {**os.environ, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "MPLBACKEND": "agg"}


_OWN = threading.local()


def make_here(job):
    """Make a handout with this thread's own warm worker: what the threads of a pool and of Dask call."""
    if not hasattr(_OWN, "worker"):
        _OWN.worker = Worker()
    return _OWN.worker.make(job)


class LocalPool:
    """Workers on this computer.

    Parameters
    ----------
    size : int, optional
        How many; by default one for each processor that may be used.
    """

    def __init__(self, size=None):
        self.size = size or processors()
        self._workers = []
        self._threads = ThreadPoolExecutor(self.size, initializer=self._begin)

    def _begin(self):
        _OWN.worker = Worker()
        self._workers.append(_OWN.worker)

    def submit(self, job):
        """Return a future of what the worker answers."""
        return self._threads.submit(make_here, job)

    def close(self):
        """End all workers, also in the middle of a job."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.end()


class Cluster:
    """The workers of a Dask cluster.

    Parameters
    ----------
    address : str
        Of its scheduler, ``tcp://10.0.0.5:8786``.

    Raises
    ------
    PublishError
        When Dask is not installed, nobody answers, there is no worker, or a worker lacks the lessons or has
        another edition.
    """

    def __init__(self, address, patience_s=10):
        try:
            from distributed import Client
        except ImportError:
            raise PublishError(
                'A Dask cluster needs the package "distributed": pip install "gluteal[cluster]"'
            ) from None
        try:
            self._client = Client(address, timeout=patience_s)
        except (OSError, ValueError, TimeoutError) as error:
            why = str(error).splitlines()[0][:160] if str(error) else type(error).__name__
            raise PublishError(
                f"No Dask scheduler answers at {address} ({why}). Look whether it runs and for its address."
            ) from None
        try:
            self.size = self._checked(address)
        except PublishError:
            self._client.close()
            raise
        self._executor = self._client.get_executor(pure=False, retries=3)

    def _checked(self, address):
        threads = sum(self._client.nthreads().values())
        if not threads:
            raise PublishError(f"The cluster at {address} has no worker; start one:  dask worker {address}")
        from gluteal.catalogue.edition import edition

        try:
            found = self._client.run(edition)
        except Exception as error:
            raise PublishError(
                f"The workers of {address} cannot make handouts ({type(error).__name__}: {error}). "
                'Install the same edition there: pip install "gluteal[class]"'
            ) from None
        if other := sorted(where for where, one in found.items() if one != edition()):
            raise PublishError(
                f"Workers have another edition of the lessons: {', '.join(other)}. Update them."
            )
        return threads

    def submit(self, job):
        """Return a future of what a worker answers; when a worker is lost, another one takes the job."""
        return self._executor.submit(make_here, job)

    def close(self):
        """Leave the cluster; it goes on without us."""
        self._executor.shutdown(wait=False)
        self._client.close()


def processors():
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def opened(address=None, size=None):
    """Give a pool and close it afterwards, whatever happens."""
    pool = Cluster(address) if address else LocalPool(size)
    try:
        yield pool
    finally:
        pool.close()


def answers(pool, jobs):
    """Yield each job with what its worker answers, in the order in which they become ready.

    Parameters
    ----------
    pool : LocalPool or Cluster
    jobs : iterable of dict
    """
    waiting, jobs = {}, iter(jobs)
    while True:
        while len(waiting) < AHEAD * pool.size and (job := next(jobs, None)) is not None:
            waiting[pool.submit(job)] = job
        if not waiting:
            return
        for future in wait(waiting, return_when=FIRST_COMPLETED).done:
            yield waiting.pop(future), _outcome(future)


def _outcome(future):
    try:
        return future.result()
    except Exception as error:
        return {"fault": f"the worker was lost too often ({type(error).__name__})"}
