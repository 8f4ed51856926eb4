"""What is committed is finished, and true on every computer."""

import ast
import re
import statistics

import pytest

# In two pieces where this file itself would be a find. Three X among the signs of packed data
# (letters, digits, + and /) are chance.
MACHINE = re.compile(r"(?<![\w.])/(?:work|tmp|root|home/[a-z]+)/|[A-Z]:\\Users\\|\.\./sha" + "red", re.ASCII)
REGISTRY = re.compile("pypi" + r"\.org|pythonho" + r"sted\.org|npmjs\.|index" + "-url|anaconda" + r"\.org/")
UNFINISHED = re.compile(
    r"\bTO" + r"DO\b|\bFIX" + r"ME\b|(?<![\w+/])XX" + r"X(?![\w+/])|\blorem ip" + "sum|coming so" + "on"
)
KINDS = {"machine": MACHINE, "registry": REGISTRY, "unfinished": UNFINISHED}
BINARY = {".png", ".pdf", ".woff2", ".ico"}
FILE_LINES, FUNCTION_LINES, MEDIAN_LINES = 300, 30, 7


@pytest.fixture(scope="module")
def own_files(tracked_files, root):
    """Every text file that was written here, with its text."""
    plain = [path for path in tracked_files if path.suffix not in BINARY and "vendor" not in path.parts]
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in plain}


@pytest.mark.parametrize("pattern", KINDS.values(), ids=KINDS)
def test_no_file_names_a_machine_a_registry_or_unfinished_work(own_files, pattern):
    found = {f"{name}: {hit[0]}" for name, text in own_files.items() for hit in pattern.finditer(text)}
    assert not found


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (MACHINE, "see /ro" + "ot/x"),
        (MACHINE, "/home/jo" + "/lessons"),
        (REGISTRY, "https://pypi" + ".org/simple"),
        (UNFINISHED, "# TO" + "DO later"),
    ],
)
def test_a_find_is_found(pattern, text):
    assert pattern.search(text)


def test_files_of_code_are_short(own_files):
    code = {name: text for name, text in own_files.items() if name.endswith((".py", ".js"))}
    assert not {name: n for name, text in code.items() if (n := len(text.splitlines())) > FILE_LINES}


def test_functions_are_short(own_files):
    code = {name: ast.parse(text) for name, text in python_files(own_files) if not name.startswith("tests/")}
    found = {(name, one.name): body_lines(one) for name, tree in code.items() for one in functions(tree)}
    assert not {where: lines for where, lines in found.items() if lines > FUNCTION_LINES}
    assert statistics.median(found.values()) <= MEDIAN_LINES


def python_files(own_files) -> list:
    """Return the files of Python with their text."""
    return [(name, text) for name, text in own_files.items() if name.endswith(".py")]


def functions(tree: ast.AST) -> list:
    """Return every function in a module."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def body_lines(function) -> int:
    """Return how many lines a function has without its first line and its docstring."""
    body = function.body[bool(ast.get_docstring(function)) :]
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def test_every_python_file_says_what_it_is_for(own_files):
    modules = [(name, ast.parse(text)) for name, text in python_files(own_files) if text.strip()]
    assert not [name for name, tree in modules if not ast.get_docstring(tree)]


def test_line_ends_are_the_same_everywhere(tracked_files):
    assert not [path for path in tracked_files if path.suffix not in BINARY and b"\r\n" in path.read_bytes()]
