"""Find a Chromium-like browser on this machine."""

import os
import shutil
from pathlib import Path

VARIABLE = "GLUTEAL_BROWSER"
COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "%PROGRAMFILES%/Google/Chrome/Application/chrome.exe",
    "%PROGRAMFILES(X86)%/Google/Chrome/Application/chrome.exe",
    "%LOCALAPPDATA%/Google/Chrome/Application/chrome.exe",
    "%PROGRAMFILES(X86)%/Microsoft/Edge/Application/msedge.exe",
    "%PROGRAMFILES%/Microsoft/Edge/Application/msedge.exe",
    "/snap/bin/chromium",
)
# No GPU and no sandbox in containers; nothing fetched behind the tests' back; and no name is ever resolved,
# so that a page which asks for anything outside this machine gets nothing.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
)


class NoBrowser(Exception):
    """No browser was found; the message says where one was looked for."""


def system_browser() -> str | None:
    """Return a browser installed on this machine, looked for on the path and in the usual places."""
    for command in COMMANDS:
        if found := shutil.which(command):
            return found
    for place in PLACES:
        path = Path(os.path.expandvars(os.path.expanduser(place)))
        if path.is_file():
            return str(path)
    return None


def browser_path(playwright) -> str:
    """Return the browser to drive: the one named in GLUTEAL_BROWSER, Playwright's own, or the system's.

    Raises
    ------
    NoBrowser
        With the places that were searched and how to get a browser.
    """
    if named := os.environ.get(VARIABLE, "").strip():
        found = shutil.which(named) or (named if Path(named).is_file() else None)
        if not found:
            raise NoBrowser(f"{VARIABLE} names {named!r}, which is not a program on this machine.")
        return found
    own = playwright.chromium.executable_path
    found = own if Path(own).is_file() else system_browser()
    if not found:
        raise NoBrowser(
            f"No browser found: {VARIABLE} is not set, Playwright has none of its own, and neither "
            f"{', '.join(COMMANDS)} nor the usual places hold one. Install Chromium, Chrome or Edge, "
            "or run: python -m playwright install chromium"
        )
    return found
