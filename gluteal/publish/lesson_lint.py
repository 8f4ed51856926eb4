"""Hold a lesson to the pattern of all lessons: its parts, the length of its cells, what they show.

Findings that start with ``guideline:`` are advice about length; all others are faults.
"""

import re
from pathlib import Path
from statistics import median

import nbformat

GUIDELINE = "guideline:"
INSTRUCTOR = "instructor"  # folder of the notebooks that begin no lesson
SETUP_LINES = 4
CODE_LINES = 12
CODE_MEDIAN = 3
PROSE_WORDS = (20, 60)
# What a lesson must not do in a cell: fetch, install, run other files.
FORBIDDEN = {
    r"^\s*[!%]{1,2}\s*(pip|conda|mamba|run|load|sx|system|bash|sh)\b|^\s*!": "runs or installs something",
    r"\b(import|from)\s+(requests|urllib|http|socket|httpx|aiohttp)\b|https?://": "reaches for the network",
}
PARTS = {
    "objectives (a heading with the word, or “you can”)": r"(?im)^#+.*objective|you (will be able to|can)\b",
    "a disclaimer (not a diagnosis, not medical advice)": r"(?i)diagnos|medical advice|health professional",
}
_LIST = re.compile(r"^\s*([-*+|]|\d+[.)])\s", re.MULTILINE)
_ADDRESS = re.compile(r"<[\w.]+ (?:object )?at 0x[0-9a-f]+>")


def lint(path: Path) -> list[str]:
    """Return what keeps a notebook from the pattern of a lesson, one sentence each.

    Parameters
    ----------
    path : Path
        A lesson notebook, or one of the notebooks for instructors, which begin no lesson.

    Returns
    -------
    list of str
        Faults, and advice starting with ``guideline:``; empty for a lesson that follows the pattern.
    """
    notebook = nbformat.read(path, as_version=4)
    code = [(n, cell) for n, cell in enumerate(notebook.cells, 1) if cell.cell_type == "code"]
    prose = [(n, cell) for n, cell in enumerate(notebook.cells, 1) if cell.cell_type == "markdown"]
    parts = _parts(notebook, begins=path.parent.name != INSTRUCTOR)
    return [*parts, *_code_lengths(code), *_code_words(code), *_outputs(code), *_prose(prose)]


def code_lines(source: str) -> int:
    """Return the number of lines of a code cell that are not empty.

    Examples
    --------
    >>> code_lines("from gluteal import lesson\\n\\nlesson.begin('01')")
    2
    """
    return sum(bool(line.strip()) for line in source.splitlines())


def prose_words(source: str) -> int:
    """Return the number of words of a cell's running text: no headings, lists, tables or link targets.

    Examples
    --------
    >>> prose_words("# Title\\n\\nTwo [linked words](#ref-x) here.\\n\\n- a list\\n  goes on")
    4
    """
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", source)
    blocks = re.split(r"\n\s*\n", text)
    running = [block for block in blocks if not re.match(r"\s*(#|[-*+>|]|\d+[.)]|<|```|!\[)", block)]
    return len(re.findall(r"\w[\w’'-]*", " ".join(running)))


def _parts(notebook, begins: bool) -> list[str]:
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    first = notebook.cells[0] if notebook.cells else None
    found = []
    if first is None or first.cell_type != "markdown" or not first.source.lstrip().startswith("# "):
        found.append("cell 1 is not a title: start with a markdown cell “# Title”")
    found += [f"the lesson lacks {part}" for part, pattern in PARTS.items() if not re.search(pattern, text)]
    if begins and "lesson.begin(" not in code:
        found.append("no cell begins the lesson: lesson.begin(…)")
    if re.search(r"\]\(#ref-|lesson\.(cite|sure)\(", text + code) and "lesson.references(" not in code:
        found.append("sources are cited but no cell lists them: lesson.references()")
    return found


def _code_lengths(code) -> list[str]:
    lengths = [code_lines(cell.source) for _, cell in code]
    found = []
    if lengths and lengths[0] > SETUP_LINES:
        found.append(f"the setup cell has {lengths[0]} lines; at most {SETUP_LINES}")
    if lengths and median(lengths) > CODE_MEDIAN:
        found.append(f"half of the code cells have {median(lengths):g} lines or more; at most {CODE_MEDIAN}")
    long = [(n, lines) for (n, _), lines in zip(code, lengths, strict=True) if lines > CODE_LINES]
    return found + [f"cell {n} has {lines} lines of code; at most {CODE_LINES}" for n, lines in long]


def _code_words(code) -> list[str]:
    return [
        f"cell {n} {fault}: a lesson works without network and without installing"
        for n, cell in code
        for pattern, fault in FORBIDDEN.items()
        if re.search(pattern, cell.source, re.MULTILINE)
    ]


def _outputs(code) -> list[str]:
    found = []
    for n, cell in code:
        if cell.execution_count is None:
            found.append(f"cell {n} was not run: python run.py lessons")
        for output in cell.outputs:
            found += [f"cell {n} {fault}" for fault in _output_faults(output)]
    return found


def _output_faults(output) -> list[str]:
    if output.output_type == "error":
        return [f"shows an error: {output.ename}: {output.evalue}"]
    if output.output_type == "stream":
        return ["writes a warning"] if output.name == "stderr" else []
    text = output.data.get("text/plain", "")
    faults = ["shows a memory address: give the object a repr"] if _ADDRESS.search(text) else []
    if any(kind.startswith("image/") for kind in output.data) and not _alternative(output):
        faults.append("shows a picture without an alternative text")
    return faults


def _alternative(output) -> str:
    nested = [value for value in output.metadata.values() if isinstance(value, dict)]
    return next((one["alt"] for one in [output.metadata, *nested] if one.get("alt")), "")


def _prose(prose) -> list[str]:
    low, high = PROSE_WORDS
    # Beside a list or a table a sentence or two are enough.
    counts = [(n, prose_words(cell.source), bool(_LIST.search(cell.source))) for n, cell in prose]
    return [
        f"{GUIDELINE} cell {n} has {words} words of running text; {low} to {high} read best"
        for n, words, has_list in counts
        if words > high or (0 < words < low and not has_list)
    ]
