"""Watch a page: what it writes to the console as an error, what it throws, and what it asks for elsewhere."""

import re
from dataclasses import dataclass, field

LOCAL = re.compile(
    r"^(file:|data:|blob:|about:|chrome-error:|(https?|wss?)://(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(/|$))"
)

# JupyterLab's own noise. Each entry says why it is no fault of the lessons.
LAB_NOISE = (
    # Lab closes its own sockets when a kernel is shut down or a page is left, and logs that as a failure.
    r"WebSocket connection to 'ws://127\.0\.0\.1:\d+/api/(kernels|events|ydoc|terminals)\S*' failed",
    # Lab asks whether a saved workspace exists; a new one does not, and the browser logs the 404.
    r"404 \(Not Found\).*/lab/api/workspaces/",
    # The widget library says that a change could not be sent to a kernel that is gone; the page goes on.
    r"^Could not send widget sync message",
    # While the kernel starts, the widget library may take saved widgets for missing before it has read them.
    # The lessons show such a widget anew (test_lab_slow_start.py); tests ask that it stands there in the end.
    r"^Error: widget model not found",
    # anywidget gives a widget's module two seconds to load. On a slower computer it says this and shows the
    # widget all the same; what it then no longer takes is a change that Python makes, which tests would miss.
    r"^uncaught: \[anywidget\] Failed to initialize model\.",
    # Polls under way when the page is left.
    r"net::ERR_(ABORTED|NETWORK_CHANGED|CONNECTION_REFUSED).*/api/(kernels|sessions|kernelspecs|status|terminals)",
)


@dataclass
class Watch:
    """What went wrong on the pages of one context.

    Attributes
    ----------
    errors : list of str
        Console errors and uncaught exceptions.
    blocked : list of str
        Addresses outside this machine that were asked for (and not reached).
    requests : list of str
        Every address asked for.
    allowed : list of str
        Patterns of errors this test expects; add to it in the test, with the reason.
    """

    errors: list[str] = field(default_factory=list)
    blocked: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def attach(self, context) -> None:
        """Listen to every page of a browser context, those opened later included."""
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda event: self.errors.append(f"uncaught: {event.error}"))

    def unexpected(self) -> list[str]:
        """Return the errors that no allowed pattern explains."""
        patterns = [re.compile(text, re.DOTALL) for text in self.allowed]
        return [error for error in self.errors if not any(pattern.search(error) for pattern in patterns)]

    def verify(self) -> None:
        """Fail when the page made an unexpected error or asked for anything outside this machine."""
        assert not self.unexpected(), "errors in the browser:\n" + "\n".join(self.unexpected())
        assert not self.blocked, "asked for addresses outside this machine:\n" + "\n".join(self.blocked)

    def _request(self, request) -> None:
        self.requests.append(request.url)
        if not LOCAL.match(request.url):
            self.blocked.append(request.url)

    def _console(self, message) -> None:
        if message.type == "error":
            place = (message.location or {}).get("url", "")
            self.errors.append(f"{message.text} {place}".strip())
