"""The Binder link: anyone with a browser can run the lessons, if the link names the right repository."""

import re
import subprocess
from pathlib import Path
from urllib.parse import quote

BINDER = "https://mybinder.org/v2"
FIRST_LESSON = "lab/tree/notebooks/00_start_here.ipynb"
START, END = "<!-- binder:start -->", "<!-- binder:end -->"


def remote_address(root: Path, remote: str = "origin") -> str:
    """Return the address of a git remote.

    Raises
    ------
    ValueError
        If ``root`` is not a git repository or has no such remote; the message says what to type.
    """
    command = ["git", "-C", str(root), "remote", "get-url", remote]
    try:
        asked = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError:
        raise ValueError("The link is read from git, which is not installed here.") from None
    if asked.returncode:
        raise ValueError(
            f"This copy has no git remote {remote!r}, so there is no address to link to. "
            f"Add it with:  git remote add {remote} https://github.com/OWNER/REPO.git"
        )
    return asked.stdout.strip()


def link(address: str, branch: str = "HEAD") -> str:
    """Return the Binder link for the address of a repository.

    Parameters
    ----------
    address : str
        As git writes it: ``https://…``, ``ssh://git@…`` or ``git@host:owner/repo.git``.
    branch : str
        Branch, tag or commit that Binder opens.

    Raises
    ------
    ValueError
        If Binder cannot reach such an address.

    Examples
    --------
    >>> link("git@github.com:owner/repo.git")
    'https://mybinder.org/v2/gh/owner/repo/HEAD?urlpath=lab%2Ftree%2Fnotebooks%2F00_start_here.ipynb'
    """
    host, path = split_address(address)
    return f"{BINDER}/{_provider(host, path)}/{quote(branch, safe='')}?urlpath={quote(FIRST_LESSON, safe='')}"


def split_address(address: str) -> tuple[str, str]:
    """Return host and path of a repository's address, without user, port, ``.git`` and stray slashes.

    Examples
    --------
    >>> split_address("ssh://git@gitlab.com:22/group/sub/repo.git/")
    ('gitlab.com', 'group/sub/repo')
    """
    url = re.fullmatch(r"(?:https?|ssh|git)://(?:[^@/]*@)?([^:/]+)(?::\d+)?/(.+)", address.strip())
    short = re.fullmatch(r"(?:[^@/]+@)?([^:/\\]{2,}):(?!//)(.+)", address.strip())
    found = url or short
    path = found and re.sub(r"(\.git)?/*$", "", found[2].strip("/"))
    if not path or "/" not in path:
        shown = re.sub(r"//[^@/]*@", "//", address)  # a password in the address is nobody's business
        raise ValueError(
            f"{shown!r} is not the address of a public repository. Binder needs one such as "
            "https://github.com/OWNER/REPO.git"
        )
    return found[1].lower(), path


def _provider(host: str, path: str) -> str:
    """Return the part of the link that names service and repository."""
    if host == "github.com":
        return f"gh/{path}"
    if host == "gitlab.com":
        return f"gl/{quote(path, safe='')}"
    return f"git/{quote(f'https://{host}/{path}.git', safe='')}"


def badge(address: str) -> str:
    """Return the line that README.md shows: the picture of Binder, linked."""
    return f"[![Open the lessons on Binder](https://mybinder.org/badge_logo.svg)]({address})"


def write(address: str, readme: Path) -> None:
    """Put the link between the two marks in README.md and change nothing else.

    Raises
    ------
    ValueError
        If the marks are not there, once each and in order.
    """
    text = readme.read_text("utf-8")
    if text.count(START) != 1 or text.count(END) != 1 or text.index(START) > text.index(END):
        raise ValueError(f"{readme.name} needs the marks {START} and {END}, once each, around the link.")
    before, rest = text.split(START)
    after = rest.split(END)[1]
    readme.write_text(f"{before}{START}\n{badge(address)}\n{END}{after}", "utf-8", newline="\n")
