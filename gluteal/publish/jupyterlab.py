"""How JupyterLab is set for the lessons, in the environment that the set-up made and nowhere else.

- *Widget state is saved with the notebook.* JupyterLab's own default drops it: a learner who runs a lesson,
  lets it be saved and opens it again the next day would find an error in place of every live picture.
- *No question about news and no look for updates on opening*: the lessons make no request outside.
- *The presenter view* (``labextension``): a command of our own, which JupyterLab finds in the environment.
"""

import json
import shutil
import sys
from pathlib import Path

OVERRIDES = Path(__file__).resolve().parent / "jupyterlab_overrides.json"
EXTENSION = Path(__file__).resolve().parent / "labextension"
EXTENSION_NAME = "gluteal-presenter"


def settings_file(prefix: Path | None = None) -> Path:
    """Return the file in which an environment keeps its defaults for JupyterLab.

    Parameters
    ----------
    prefix : Path, optional
        Folder of the environment; default: the one that runs.

    Examples
    --------
    >>> settings_file(Path("env")).as_posix()
    'env/share/jupyter/lab/settings/overrides.json'
    """
    return Path(prefix or sys.prefix) / "share" / "jupyter" / "lab" / "settings" / "overrides.json"


def write_settings(prefix: Path | None = None) -> Path:
    """Set JupyterLab for the lessons, keeping whatever else the environment has set; return the file written.

    Raises
    ------
    ValueError
        When the environment's own file is not readable JSON; the file is left as it is.
    """
    file = settings_file(prefix)
    text = merged(file.read_text(encoding="utf-8") if file.is_file() else "{}", file)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def write_extension(data_dir: Path | None = None) -> Path:
    """Put the presenter view where JupyterLab looks for extensions; return its folder.

    Parameters
    ----------
    data_dir : Path, optional
        A data folder of Jupyter; default: that of the environment that runs.
    """
    data_dir = Path(data_dir or Path(sys.prefix) / "share" / "jupyter")
    target = data_dir / "labextensions" / EXTENSION_NAME
    shutil.copytree(EXTENSION, target, dirs_exist_ok=True)
    return target


def merged(present: str, file: Path) -> str:
    """Return the text of a settings file with the lessons' settings put into it.

    Examples
    --------
    >>> '"saveState": true' in merged('{}', Path("overrides.json"))
    True
    """
    try:
        settings = json.loads(present or "{}")
        items = settings.items()
    except (ValueError, AttributeError):
        raise ValueError(f"{file} is not readable JSON. Repair or delete it, then set up again.") from None
    ours = json.loads(OVERRIDES.read_text(encoding="utf-8"))
    both = {**dict(items), **{plugin: {**settings.get(plugin, {}), **ours[plugin]} for plugin in ours}}
    return json.dumps(both, indent=2, sort_keys=True) + "\n"
