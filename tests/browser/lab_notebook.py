"""One notebook open in JupyterLab, driven as a learner would."""

from .lab_server import TOKEN, LabServer

READY_MS = 60_000
RUN_MS = 120_000
_PANEL = "window.jupyterapp.shell.currentWidget"
# JupyterLab puts the cells of a long notebook into the page one after the other, and makes a saved widget
# when its cell is there. Running the cells in between would meet widgets half of which are old, half new.
_ALL_SHOWN = f"""() => {{
    const outputs = {_PANEL}.content.widgets.map((cell) => (cell.model.outputs || []).length);
    const shown = Array.from({_PANEL}.node.querySelectorAll(".jp-OutputArea-output"));
    return shown.length >= outputs.reduce((sum, one) => sum + one, 0)
        && !shown.some((output) => /^(Loading|Error displaying) widget/.test(output.textContent.trim()));
}}"""


class LabNotebook:
    """A notebook open in a page.

    Attributes
    ----------
    page : playwright.sync_api.Page
        The page; ``notebook.panel`` is the part of it that shows the notebook.
    """

    def __init__(self, server: LabServer, page, name: str) -> None:
        self.server, self.page, self.name = server, page, name

    @property
    def panel(self):
        """The notebook as a locator; look for widgets inside it."""
        return self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook")

    def open(self) -> "LabNotebook":
        """Open the notebook in a fresh workspace and wait until its cells and saved widgets stand there."""
        self.page.goto(f"{self.server.url}/lab/workspaces/auto-t/tree/{self.name}?reset&token={TOKEN}")
        return self.wait_ready()

    def wait_ready(self) -> "LabNotebook":
        """Wait until all cells and saved widgets stand there and the kernel, if any, has answered."""
        self.panel.locator(".jp-Cell").first.wait_for(timeout=READY_MS)
        self.page.wait_for_function(f"() => {_PANEL} && {_PANEL}.context && {_PANEL}.context.isReady")
        self.page.evaluate(
            f"""async () => {{ const context = {_PANEL}.context; await context.ready;
            await context.sessionContext.ready;
            const kernel = context.sessionContext.session && context.sessionContext.session.kernel;
            if (kernel) await kernel.info; }}"""
        )
        self.page.wait_for_function(_ALL_SHOWN, timeout=READY_MS)
        return self

    def run_all(self) -> None:
        """Run every cell and wait until the last has finished."""
        self.page.set_default_timeout(RUN_MS)
        self.page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
        self.page.wait_for_function(
            f"() => !{_PANEL}.content.widgets.some((cell) => cell.model.executionState === 'running')"
        )
        self.page.wait_for_function(_ALL_SHOWN)
        self.page.set_default_timeout(30_000)

    def unplug(self) -> None:
        """Shut the kernel down and wait until the page knows."""
        self.page.evaluate(f"() => {_PANEL}.context.sessionContext.shutdown()")
        self.page.wait_for_function(f"() => !{_PANEL}.context.sessionContext.session?.kernel")

    def reload(self) -> "LabNotebook":
        """Load the page again, as a learner who comes back."""
        self.page.reload()
        return self.wait_ready()

    def save(self) -> None:
        """Save the notebook."""
        self.page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
        self.page.wait_for_function(f"() => !{_PANEL}.context.model.dirty")

    def text(self) -> str:
        """Return all text of the notebook as shown, also of the cells that are not in view just now."""
        # JupyterLab leaves cells out of view unrendered, and to the browser their text is no inner text.
        return self.panel.evaluate(
            """(panel) => { const copy = panel.cloneNode(true);
            for (const one of copy.querySelectorAll("style, script, [hidden]")) one.remove();
            return copy.textContent; }"""
        )

    def is_trusted(self) -> bool:
        """Tell whether JupyterLab trusts the notebook."""
        return self.page.evaluate(
            f"() => {_PANEL}.content.widgets"
            ".filter((cell) => cell.model.type === 'code').every((cell) => cell.model.trusted)"
        )
