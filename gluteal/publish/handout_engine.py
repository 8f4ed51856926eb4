"""A papermill engine that runs a notebook's cells in the Python that is already running.

Starting a Jupyter kernel and importing the package takes longer than a handout's cells do. This engine has
an IPython shell in this process instead; `gluteal.publish.handout_worker` forks a process for each notebook,
so that no notebook finds anything that another one left. What is stored is what a kernel would have stored.
There are no widgets: a handout goes to paper.
"""

import contextlib
import sys
import tempfile

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from nbformat.v4 import new_output, output_from_msg
from papermill.engines import Engine, papermill_engines
from traitlets import Type
from traitlets.config import Config

NAME = "gluteal"
"""What papermill calls this engine: ``papermill.execute_notebook(..., engine_name="gluteal")``."""


class Outputs:
    """What the cell that runs now has shown so far."""

    def __init__(self):
        self.shown, self._waiting = [], False

    def begin(self):
        """Forget the cell before."""
        self.shown, self._waiting = [], False

    def add(self, output):
        """Take one more, after what a waiting ``clear_output`` removes."""
        if self._waiting:
            self.begin()
        self.shown.append(output)

    def write(self, name, text):
        """Take text of a stream; it goes on where the stream was last."""
        last = self.shown[-1] if self.shown and not self._waiting else {}
        if last.get("output_type") == "stream" and last["name"] == name:
            last["text"] += text
        elif text:
            self.add(new_output("stream", name=name, text=text))

    def clear(self, wait):
        """Remove what was shown, now or when something follows."""
        if wait:
            self._waiting = True
        else:
            self.begin()


OUTPUTS = Outputs()


class Stream:
    """What a cell sees as standard output or standard error."""

    encoding, errors, closed = "utf-8", "strict", False

    def __init__(self, name):
        self.name = f"<{name}>"
        self._own = name

    def write(self, text):
        """Keep text as an output of the cell."""
        OUTPUTS.write(self._own, text)
        return len(text)

    def writelines(self, lines):
        """Keep several lines."""
        for line in lines:
            self.write(line)

    def flush(self):
        """Nothing is held back."""

    def isatty(self):
        """Tell that this is no terminal."""
        return False


class Publisher(DisplayPublisher):
    """``display(...)`` → an output of the cell."""

    def publish(self, data, metadata=None, source=None, *, transient=None, update=False, **more):
        """Keep what is displayed."""
        OUTPUTS.add(new_output("display_data", data=data, metadata=metadata or {}))

    def clear_output(self, wait=False):
        """Remove what the cell has shown."""
        OUTPUTS.clear(wait)


class Hook(DisplayHook):
    """The value of a cell's last line → an output of the cell."""

    def write_output_prompt(self):
        """A notebook numbers the output itself."""

    def write_format_data(self, format_dict, md_dict=None):
        """Keep the value in all its forms."""
        OUTPUTS.add(new_output("execute_result", data=format_dict, metadata=md_dict or {}))


class Shell(InteractiveShell):
    """An IPython without terminal, history file and start-up files."""

    displayhook_class = Type(Hook)
    display_pub_class = Type(Publisher)

    def _showtraceback(self, etype, evalue, stb):
        OUTPUTS.add(output_from_msg(_error(etype.__name__, str(evalue), list(stb))))

    def enable_gui(self, gui=None):
        """There are no windows."""


def _error(name, value, lines):
    content = {"ename": name, "evalue": value, "traceback": lines}
    return {"header": {"msg_type": "error"}, "content": content}


def new_shell(place):
    """Return a shell in which nothing has been run; it keeps its own files in a folder."""
    Shell.clear_instance()
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    return Shell.instance(config=config, ipython_dir=str(place))


class WarmEngine(Engine):
    """Runs the cells one after the other and stops at the first that fails."""

    @classmethod
    def execute_managed_notebook(cls, nb_man, kernel_name, **kwargs):
        """Run the cells of papermill's notebook in this process."""
        shell = kwargs.get("shell") or new_shell(tempfile.mkdtemp(prefix="handout-"))
        for index, cell in enumerate(nb_man.nb.cells):
            if cell.cell_type != "code" or not cell.source.strip():
                continue
            nb_man.cell_start(cell, index)
            if not run_cell(shell, cell):
                nb_man.cell_exception(cell, cell_index=index)
                nb_man.cell_complete(cell, cell_index=index)
                break
            nb_man.cell_complete(cell, cell_index=index)


def run_cell(shell, cell):
    """Run one cell, store its outputs and its number in it, and return whether it went well."""
    OUTPUTS.begin()
    with contextlib.redirect_stdout(Stream("stdout")), contextlib.redirect_stderr(Stream("stderr")):
        hook, sys.displayhook = sys.displayhook, shell.displayhook
        try:
            done = shell.run_cell(cell.source, store_history=True)
        finally:
            sys.displayhook = hook
    cell.execution_count = done.execution_count
    cell.outputs = [_numbered(output, done.execution_count) for output in OUTPUTS.shown]
    return done.success


def _numbered(output, count):
    if output.output_type == "execute_result":
        output.execution_count = count
    return output


papermill_engines.register(NAME, WarmEngine)
