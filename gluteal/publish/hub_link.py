"""The link that an instructor gives out on a JupyterHub: it brings the lessons and opens one of them.

nbgitpuller, on the student's server, fetches the repository on the first click; on every later one it brings
what is new and keeps what the student changed.
"""

import re
from urllib.parse import urlencode, urlsplit

from gluteal import binder, catalogue
from gluteal.publish.embed import PublishError

FOLDER = "gluteal"  # of the lessons in a student's home folder


def link(hub: str, address: str, branch: str = "main", lesson: str = "00") -> str:
    """Return the link for the students of a hub.

    Parameters
    ----------
    hub : str
        Address of the hub, as students type it.
    address : str
        Address of the repository, as git writes it.
    branch : str
        The branch that the students get.
    lesson : str
        Number of the lesson that opens.

    Raises
    ------
    PublishError
        When ``hub`` is no web address.
    ValueError
        When the students' servers could not reach ``address``.

    Examples
    --------
    >>> link("https://hub.example.org/", "git@github.com:owner/repo.git", lesson="03")[:60]
    'https://hub.example.org/hub/user-redirect/git-pull?repo=http'
    """
    parts = urlsplit(hub.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise PublishError(f"{hub!r} is not the address of a hub. It looks like https://hub.example.org")
    host, path = binder.split_address(address)
    start = re.sub(r"(/hub(/.*)?)?/*$", "", f"{parts.scheme}://{parts.netloc}{parts.path}")
    where = query(f"https://{host}/{path}.git", branch, catalogue.load().lessons[lesson].file)
    return f"{start}/hub/user-redirect/git-pull?{where}"


def query(repository: str, branch: str, file: str) -> str:
    """Return what nbgitpuller is asked: which repository, into which folder, which notebook to open.

    Only the newest state is fetched (``depth``): without the history a copy takes a third less room.
    """
    asked = {
        "repo": repository,
        "branch": branch,
        "targetpath": FOLDER,
        "depth": 1,
        "urlpath": f"lab/tree/{FOLDER}/notebooks/{file}",
    }
    return urlencode(asked)
