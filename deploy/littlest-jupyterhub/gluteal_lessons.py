"""What a JupyterHub needs for the lessons; ``install.sh`` links this file into the hub's configuration.

Each student's server is started by ``deploy/start-student``, which trusts the lessons first. Answers are kept
in the student's own home folder, where no update of the lessons touches them.
"""

from pathlib import Path

c = get_config()  # noqa: F821 - JupyterHub gives it to every configuration file

c.Spawner.cmd = [str(Path(__file__).resolve().parents[1] / "start-student")]
c.Spawner.environment = {"GLUTEAL_WORK": "~/my_work"}
# When a whole class arrives at once its servers start one after the other: the last one may take minutes.
c.Spawner.start_timeout = 300
c.Spawner.http_timeout = 180
