"""Where the pack keeps its things.

Two homes are possible. In a checkout (what learners have) facts, figures and lessons lie at the top of the
repository, where people look for them. An installed wheel carries facts and figures inside the package.
"""

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
WORK_VARIABLE = "GLUTEAL_WORK"


def is_checkout() -> bool:
    """Tell whether the package runs from a checkout of the repository, not from an installed wheel.

    Examples
    --------
    >>> isinstance(is_checkout(), bool)
    True
    """
    return (_PACKAGE.parent / "pyproject.toml").is_file() and (_PACKAGE.parent / "data").is_dir()


def root() -> Path:
    """Return the folder that holds ``data``, ``figures`` and ``notebooks``.

    Returns
    -------
    Path
        The top of the checkout, or the folder inside the installed package that carries the same things.

    Examples
    --------
    >>> (root() / "data") == data_dir()
    True
    """
    return _PACKAGE.parent if is_checkout() else _PACKAGE / "_pack"


def data_dir() -> Path:
    """Return the folder of the facts, the plates and the questions.

    Examples
    --------
    >>> data_dir().name
    'data'
    """
    return root() / "data"


def figures_dir() -> Path:
    """Return the folder of the generated pictures.

    Examples
    --------
    >>> figures_dir().name
    'figures'
    """
    return root() / "figures"


def notebooks_dir() -> Path:
    """Return the folder of the lessons.

    Examples
    --------
    >>> notebooks_dir().name
    'notebooks'
    """
    return root() / "notebooks"


def work_dir() -> Path:
    """Return the folder of what a learner has done. It may not exist yet; who writes there makes it.

    The environment variable ``GLUTEAL_WORK`` names another folder, which is how the tests leave a learner's
    own progress alone. Without it the folder is ``my_work`` in the checkout, or in the folder in which
    Python was started when the package was installed as a wheel: a learner's answers do not belong
    between the files of an installed package.

    Examples
    --------
    >>> import os
    >>> os.environ["GLUTEAL_WORK"] = "somewhere"
    >>> work_dir().name
    'somewhere'
    >>> del os.environ["GLUTEAL_WORK"]
    >>> work_dir().name
    'my_work'
    """
    chosen = os.environ.get(WORK_VARIABLE, "").strip()
    if chosen:
        return Path(chosen).expanduser().resolve()
    return (root() if is_checkout() else Path.cwd()) / "my_work"
