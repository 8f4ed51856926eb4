"""Drive a deck of slides as a speaker does."""

READY = "['ready', 'alive', 'none'].includes(document.documentElement.dataset.live)"
SLIDES = "document.querySelectorAll('.slides section[data-kind]')"
# What a slide shows too much, in words; empty when all of it is inside its frame.
OVERFLOW = """(slide) => {
    const [body, text, whole] = [".body", ".inner", ".frame"].map((name) => slide.querySelector(name));
    const scrolls = body.classList.contains("scrolls"), frame = whole.getBoundingClientRect(), faults = [];
    if (!scrolls && text.offsetHeight > body.clientHeight + 1) faults.push("too high");
    if (text.scrollWidth > body.clientWidth + 1) faults.push("too wide");
    if (frame.top < -1 || frame.left < -1 || frame.bottom > innerHeight + 1 || frame.right > innerWidth + 1)
        faults.push("frame outside the screen");
    if (document.documentElement.scrollHeight > innerHeight + 1) faults.push("the page scrolls");
    return faults.join(", ");
}"""


class Deck:
    """A deck that is open in a page."""

    def __init__(self, page, file):
        self.page, self.file = page, file

    def open(self, query=""):
        """Open the file itself, as from a memory stick, and wait until slides and machinery stand."""
        self.page.goto(self.file.as_uri() + query)
        self.page.wait_for_function(READY, timeout=60_000)
        return self

    @property
    def count(self):
        """Number of slides."""
        return self.page.evaluate(f"{SLIDES}.length")

    @property
    def here(self):
        """Number of the slide that is shown, from 0."""
        return self.page.evaluate(f"[...{SLIDES}].indexOf(lessonDeck.reveal.getCurrentSlide())")

    @property
    def current(self):
        """The slide that is shown."""
        return self.page.locator("section[data-kind].present:not(.stack)").last

    def kinds(self):
        """The kinds of all slides, in order."""
        return self.page.evaluate(f"[...{SLIDES}].map((one) => one.dataset.kind)")

    def go(self, number):
        """Show a slide and wait until its widgets are alive."""
        self.page.evaluate(
            f"""(number) => {{ const {{ h, v }} = lessonDeck.reveal.getIndices({SLIDES}[number]);
            lessonDeck.reveal.slide(h, v); }}""",
            number,
        )
        alive = "every((one) => one.dataset.state === 'alive')"
        self.page.wait_for_function(f"(n) => [...{SLIDES}[n].querySelectorAll('.live')].{alive}", arg=number)
        return self

    def first(self, kind, nth=0):
        """Show the first (or ``nth``) slide of a kind; return its number."""
        number = [at for at, one in enumerate(self.kinds()) if one == kind][nth]
        self.go(number)
        return number

    def overflow(self, number):
        """Say what does not fit on a slide that is shown; empty when all of it does."""
        return self.page.evaluate(f"(number) => ({OVERFLOW})({SLIDES}[number])", number)

    def settle(self, number):
        """Wait until all of a slide that is shown fits; a widget fits itself when it has grown."""
        fits = f"(number) => !({OVERFLOW})({SLIDES}[number])"
        try:
            self.page.wait_for_function(fits, arg=number, timeout=15_000)
        except Exception:
            raise AssertionError(f"slide {number} of {self.file.stem}: {self.overflow(number)}") from None
