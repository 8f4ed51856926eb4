"""Live widgets on a plain page: what a page must carry so that a widget works with no kernel and no network.

A page needs three scripts beside the saved widget state: require.js, the Jupyter project's html-manager, and
anywidget's own module. The first two lie in ``vendor/``; the third is taken from the installed anywidget, so
that it is always the version the lessons were made with.
"""

import json
import shutil
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

VENDOR = Path(__file__).resolve().parent / "vendor"
TEMPLATES = Path(__file__).resolve().parent / "templates"
ASSETS = "assets"
STATE_TYPE = "application/vnd.jupyter.widget-state+json"
VIEW_TYPE = "application/vnd.jupyter.widget-view+json"
OWN = ("alive.js", "page.js", "page.css", "gallery.js", "gallery.css", "icon.svg")
REFERENCE = "IPY_MODEL_"


class PublishError(ValueError):
    """A fault that stops publishing, told as a sentence with what to do about it."""


def anywidget_module() -> Path:
    """Return the browser module that comes with the installed anywidget.

    Raises
    ------
    PublishError
        When anywidget is installed without it.

    Examples
    --------
    >>> anywidget_module().name
    'index.js'
    """
    import anywidget

    module = Path(anywidget.__file__).parent / "nbextension" / "index.js"
    if not module.is_file():
        raise PublishError(
            f"anywidget {anywidget.__version__} carries no nbextension/index.js, which a page without "
            "a kernel needs. Install the version named in requirements.lock: python run.py lab."
        )
    return module


def asset_sources() -> dict[str, Path]:
    """Return what a page loads: file name in the assets folder, and the file it is a copy of.

    Examples
    --------
    >>> sorted(name for name in asset_sources() if name.endswith(".js"))
    ['alive.js', 'anywidget.js', 'gallery.js', 'html-manager.js', 'page.js', 'require.js']
    """
    return {
        "require.js": VENDOR / "requirejs" / "require.js",
        "html-manager.js": VENDOR / "html-manager" / "libembed-amd.js",
        "anywidget.js": anywidget_module(),
        **{name: TEMPLATES / name for name in OWN},
    }


def copy_assets(folder: Path) -> None:
    """Put every script and style sheet of a page into ``folder/assets``.

    Parameters
    ----------
    folder : Path
        The folder of the pages.
    """
    target = Path(folder) / ASSETS
    target.mkdir(parents=True, exist_ok=True)
    for name, source in asset_sources().items():
        shutil.copyfile(source, target / name)
    (target / "licences.txt").write_text(licences(), encoding="utf-8", newline="\n")


def licences() -> str:
    """Return the licences of the software of others that the pages carry.

    Examples
    --------
    >>> "Project Jupyter" in licences()
    True
    """
    files = sorted(VENDOR.glob("*/LICENSE"))
    parts = [(file.parent.name, file.read_text(encoding="utf-8").strip()) for file in files]
    return "\n\n".join(f"{name}\n{'=' * len(name)}\n\n{text}" for name, text in parts) + "\n"


def references(state: object) -> set[str]:
    """Return the ids of the widget models that a saved value refers to, wherever in it they stand.

    Examples
    --------
    >>> sorted(references({"layout": "IPY_MODEL_b", "children": ["IPY_MODEL_a", 3]}))
    ['a', 'b']
    """
    if isinstance(state, str):
        return {state.removeprefix(REFERENCE)} if state.startswith(REFERENCE) else set()
    if isinstance(state, Mapping):
        state = list(state.values())
    if isinstance(state, list | tuple):
        return set().union(*(references(value) for value in state))
    return set()


def closure(models: Mapping[str, dict], wanted: Iterable[str]) -> dict[str, dict]:
    """Return the wanted models and every model they refer to, in the order of ``models``.

    Examples
    --------
    >>> models = {"a": {"state": {"art": "IPY_MODEL_b"}}, "b": {"state": {}}, "c": {"state": {}}}
    >>> list(closure(models, ["a"]))
    ['a', 'b']
    """
    reached, waiting = set(), [key for key in wanted if key in models]
    while waiting:
        key = waiting.pop()
        reached.add(key)
        waiting += [other for other in references(models[key]) if other in models and other not in reached]
    return {key: model for key, model in models.items() if key in reached}


def widget_state(widgets: Iterable) -> dict:
    """Return the saved state of living widgets and of all they refer to, as a notebook would store it.

    Parameters
    ----------
    widgets : iterable of ipywidgets.Widget
        The widgets to be shown.

    Returns
    -------
    dict
        ``{"version_major": 2, "version_minor": 0, "state": {model id: model}}``
    """
    from ipywidgets import Widget

    saved = Widget.get_manager_state(drop_defaults=False)
    return {**saved, "state": closure(saved["state"], [widget.model_id for widget in widgets])}


def script_json(value: object) -> str:
    r"""Return JSON that may stand inside a script element, whatever text it holds.

    Examples
    --------
    >>> script_json({"text": "</script>"})
    '{"text": "<\\/script>"}'
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text.replace("</", "<\\/").replace("<!--", "<\\u0021--")


def state_script(state: dict) -> str:
    """Return the script element that carries the saved state of all widgets of a page."""
    return f'<script type="{STATE_TYPE}">{script_json(state)}</script>'


def view_html(model_id: str, sentence: str) -> str:
    """Return the place of one widget: the sentence that stands there until the widget is alive.

    Parameters
    ----------
    model_id : str
        Id of the widget's model in the page's saved state.
    sentence : str
        What the widget is, in words; it stays when the page has no JavaScript.
    """
    view = {"model_id": model_id, "version_major": 2, "version_minor": 0}
    return (
        f'<div class="live"><p class="live-sentence">{escape(sentence)}</p>'
        f'<script type="{VIEW_TYPE}">{script_json(view)}</script></div>'
    )


def scripts_html(assets: str = ASSETS) -> str:
    """Return the script elements that bring the widgets of a page to life, after the page has been shown.

    The rest, above all the large html-manager, ``alive.js`` loads from the same folder once the page stands.
    """
    return (
        f'<script defer src="{assets}/require.js"></script>\n<script defer src="{assets}/alive.js"></script>'
    )


def widget_page_html(widget, title: str = "One widget") -> str:
    """Return a whole page that shows one living widget and nothing else; the assets belong beside it.

    Parameters
    ----------
    widget : ipywidgets.Widget
        The widget to show.
    title : str
        Title and heading of the page.
    """
    state = state_script(widget_state([widget]))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(title)}</title><link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="{ASSETS}/page.css">\n'
        f"{scripts_html()}</head>\n<body><main><h1>{escape(title)}</h1>"
        f"{view_html(widget.model_id, repr(widget))}</main>\n{state}\n</body></html>\n"
    )
