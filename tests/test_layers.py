"""Each layer knows only those before it: facts → models → drawing → progress → widgets → lesson → publish."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "gluteal"

# Which layer a module belongs to, by the first part of its name below `gluteal`.
LAYERS = {
    "facts": ("paths", "catalogue", "check", "plates", "svg_path"),
    "models": ("models",),
    "drawing": ("drawing",),
    "progress": ("progress", "progress_store", "doctor"),
    "widgets": ("widgets",),
    "lesson": ("lesson",),
    "publish": ("publish", "trusting", "binder", "__main__"),
}
ORDER = list(LAYERS)
# Never imported when a module is, because a lesson would pay for it: memory and seconds.
HEAVY = ("matplotlib", "nbformat", "nbclient", "nbconvert", "jupyterlab")


def modules() -> list[Path]:
    """Every module of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def dotted(path: Path, package: Path = PACKAGE) -> str:
    """Return the name by which a file is imported."""
    parts = path.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path, name: str, inner: bool = True) -> set[str]:
    """Return the full names a file imports; without ``inner`` only those imported at once."""
    tree = ast.parse(path.read_text("utf-8"))
    lazy = {child for node in ast.walk(tree) if isinstance(node, FUNCTIONS) for child in ast.walk(node)}
    nodes = [node for node in ast.walk(tree) if inner or node not in lazy]
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    return {found for node in nodes for found in named_in(node, package)}


FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def named_in(node: ast.AST, package: str) -> set[str]:
    """Return the full names in one import statement, relative ones resolved."""
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    if not isinstance(node, ast.ImportFrom):
        return set()
    above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
    base = ".".join([*above, *([node.module] if node.module else [])])
    return {base, *(f"{base}.{alias.name}" for alias in node.names)}


def layer(name: str) -> str | None:
    """Return the layer of a module of this package; None for the bare package and for other packages."""
    parts = name.split(".")
    if parts[0] != "gluteal" or len(parts) == 1:
        return None
    return next((key for key, members in LAYERS.items() if parts[1] in members), None)


def faults(path: Path, name: str) -> list[str]:
    """Return what a module imports from a later layer."""
    own = layer(name)
    later = ORDER[ORDER.index(own) + 1 :] if own else ORDER
    return [
        f"{name} ({own}) imports {one} ({layer(one)})" for one in imports(path, name) if layer(one) in later
    ]


def test_every_module_has_a_layer():
    homeless = [
        dotted(path) for path in modules() if dotted(path) != "gluteal" and layer(dotted(path)) is None
    ]
    assert not homeless, f"say in tests/test_layers.py to which layer these belong: {homeless}"


def test_no_module_imports_from_a_later_layer():
    assert not [fault for path in modules() for fault in faults(path, dotted(path))]


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("gluteal/models/hip.py", "from gluteal.drawing import style"),
        ("gluteal/drawing/art.py", "import gluteal.widgets"),
        ("gluteal/catalogue/cells.py", "from .. import lesson"),
        ("gluteal/plates.py", "def draw():\n    from gluteal.drawing import svg"),
        ("gluteal/lesson/cite.py", "from ..publish import site"),
    ],
)
def test_an_import_from_a_later_layer_is_found(tmp_path, where, line):
    path = tmp_path / where
    path.parent.mkdir(parents=True)
    path.write_text(line, "utf-8")
    assert faults(path, dotted(path, tmp_path / "gluteal"))


def test_models_import_numpy_and_the_standard_library_only():
    allowed = {"numpy", "gluteal", *sys.stdlib_module_names}
    strange = {
        f"{dotted(path)} imports {name}"
        for path in modules()
        if layer(dotted(path)) == "models"
        for name in imports(path, dotted(path))
        if name.split(".")[0] not in allowed
    }
    assert not strange


def test_only_catalogue_and_plates_read_the_data():
    readers = {"catalogue", "plates", "check", "paths", "doctor"}
    asking = {
        dotted(path)
        for path in modules()
        if "gluteal.paths.data_dir" in imports(path, dotted(path)) or "data_dir(" in path.read_text("utf-8")
    }
    assert not {name for name in asking if name.split(".")[1] not in readers}


def test_nothing_imports_the_notebooks():
    named = {name for path in modules() for name in imports(path, dotted(path))}
    assert not [name for name in named if "notebooks" in name.split(".")]


def test_nothing_heavy_is_imported_at_once_by_what_a_lesson_needs():
    heavy = {
        f"{dotted(path)} imports {name}"
        for path in modules()
        if not dotted(path).startswith(("gluteal.drawing", "gluteal.publish"))
        for name in imports(path, dotted(path), inner=False)
        if name.split(".")[0] in HEAVY
    }
    assert not heavy


def test_beginning_a_lesson_leaves_matplotlib_out(tmp_path):
    code = (
        "import sys; from gluteal import lesson; lesson.begin('01'); "
        "heavy = {'matplotlib', 'jupyterlab', 'nbconvert'} & set(sys.modules); assert not heavy, heavy"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert run.returncode == 0, run.stdout + run.stderr
