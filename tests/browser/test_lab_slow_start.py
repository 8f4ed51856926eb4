"""A kernel slow to answer while a lesson opens: widgets that JupyterLab gives up on are found again."""

from playwright.sync_api import expect

from gluteal import paths

from .lab_notebook import LabNotebook
from .lab_server import TOKEN

LESSON = "01_the_buttock_and_its_muscles.ipynb"
LOST = "Error displaying widget: model not found"
SESSION = "window.jupyterapp.shell.currentWidget.context.sessionContext"


class SlowKernel:
    """Lets everything of the kernel through but its second list of widgets, which waits to be released.

    The first list is for the widgets of the kernel, the second for those saved in the notebook.
    """

    def __init__(self, page):
        self.held, self.lists = [], 0
        page.route_web_socket("**/api/kernels/**", self._connect)

    def release(self):
        """Let the list go."""
        for socket, message in self.held:
            socket.send(message)

    def _connect(self, socket):
        def pass_on(message):
            text = message if isinstance(message, str) else message.decode("utf-8", "replace")
            self.lists += "comm_info_reply" in text
            if "comm_info_reply" in text and self.lists == 2:
                self.held.append((socket, message))
            else:
                socket.send(message)

        socket.connect_to_server().on_message(pass_on)


def test_widgets_given_up_on_while_the_kernel_starts_are_found_again(lab):
    page = lab.new_page(lab=True)
    kernel = SlowKernel(page)
    name = lab.add(paths.notebooks_dir() / LESSON, LESSON, True)
    page.goto(f"{lab.url}/lab/workspaces/auto-t/tree/{name}?reset&token={TOKEN}")
    while not kernel.held:  # the test's own time limit ends it
        page.wait_for_timeout(100)
    notebook = LabNotebook(lab, page, name)
    # What JupyterLab says when the connection is there again: it then reads the kernel's widgets only, of
    # which there are none, and takes everything for read.
    page.evaluate(f"() => {SESSION}._connectionStatusChanged.emit('connected')")
    lost = notebook.panel.get_by_text(LOST)
    expect(lost.first).to_be_attached(timeout=60_000)
    kernel.release()
    expect(lost).to_have_count(0, timeout=60_000)
    notebook.wait_ready()
    expect(notebook.panel.locator(".gx").first).to_be_attached(timeout=60_000)
