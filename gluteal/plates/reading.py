"""From SVG to records: one pass over the file of a plate."""

from gluteal.catalogue.table import Table
from gluteal.plates.records import KINDS, REGIONS, ROLES, Detail, Landmark, Layer, Plate, PlateStructure
from gluteal.svg_path import PathError, compact, segments

_SVG = "{http://www.w3.org/2000/svg}"
_ON_THE_EDGE_MM = 0.6
_OF_THE_WHOLE = ("visible", "textbook")


class PlateError(ValueError):
    """A plate that cannot be read. The message names the file, the element and what to do."""


class Reading:
    """One pass over a plate's SVG; holds the file's name for the error messages."""

    def __init__(self, name, root):
        self.name, self.root = name, root
        self.details = {}

    def plate(self):
        self._read_details()
        layers, structures = [], {}
        for group in self.root.iter(f"{_SVG}g"):
            if group.get("data-layer"):
                found = self._layer(group)
                layers.append(Layer(group.get("data-layer"), group.get("data-title", ""), tuple(found)))
                structures.update(found)
        self._check_owners(structures)
        return Plate(
            self.root.get("data-view", ""), self._view_box(), tuple(layers),
            Table("structure", structures), Table("landmark", self._landmarks()), self._region(),
        )  # fmt: skip

    def _fail(self, element, problem, remedy):
        where = element.get("id") or element.get("data-structure") or element.get("data-landmark") or "a path"
        raise PlateError(f"{self.name}: {where}: {problem}; {remedy}")

    def _view_box(self):
        numbers = self.root.get("viewBox", "").replace(",", " ").split()
        if len(numbers) != 4:
            self._fail(
                self.root, "no viewBox of four numbers", 'give the root viewBox="x y width height" in mm'
            )
        return tuple(map(float, numbers))

    def _region(self):
        region = self.root.get("data-region", "buttock")
        if region not in REGIONS:
            self._fail(
                self.root, f"unknown region {region!r}", f"set data-region to one of {', '.join(REGIONS)}"
            )
        return region

    def _path(self, element):
        data = element.get("d", "")
        try:
            return compact(data)
        except PathError as error:
            return self._fail(element, str(error), "draw this path again")

    def _layer(self, group):
        found = {}
        for element in group.iter(f"{_SVG}path"):
            if element.get("class") == "structure":
                structure = self._structure(element, group.get("data-layer"))
                found[structure.id] = structure
        return found

    def _structure(self, element, layer):
        key, kind = element.get("id", ""), element.get("data-kind", "")
        if kind not in KINDS:
            self._fail(element, f"unknown kind {kind!r}", f"set data-kind to one of {', '.join(KINDS)}")
        details, measured = self.details.get(key, []), self._path(element)
        whole = {detail.role: detail.path for detail in details if detail.role in _OF_THE_WHOLE}
        path = whole.get("textbook", measured)
        return PlateStructure(
            key, kind, layer, path, whole.get("visible", ""),
            tuple(detail for detail in details if detail.role not in _OF_THE_WHOLE),
            _title(element), uncut(path, self._view_box()), measured, element.get("data-of", ""),
        )  # fmt: skip

    def _read_details(self):
        for element in self.root.iter(f"{_SVG}path"):
            role = element.get("data-role")
            if role is None:
                continue
            if role not in ROLES:
                self._fail(element, f"unknown role {role!r}", f"set data-role to one of {', '.join(ROLES)}")
            detail = Detail(
                role, self._path(element), self._weight(element), element.get("data-part", ""),
                element.get("data-name", ""), element.get("data-hidden") == "yes",
                element.get("data-end") == "muscle",
            )  # fmt: skip
            self.details.setdefault(element.get("data-structure", ""), []).append(detail)

    def _weight(self, element):
        try:
            return float(element.get("data-weight", 2))
        except ValueError:
            return self._fail(
                element, f"data-weight {element.get('data-weight')!r} is not a number", "give it in mm"
            )

    def _check_owners(self, structures):
        for owner in self.details:
            if owner not in structures:
                raise PlateError(
                    f"{self.name}: a detail belongs to {owner!r}, which is not drawn; correct data-structure"
                )

    def _landmarks(self):
        return {
            item.get("data-landmark"): Landmark(
                item.get("data-landmark"), item.get("data-structure", ""),
                float(item.get("cx")), float(item.get("cy")), item.get("data-visible") == "yes",
                _title(item),
            )
            for item in self.root.iter(f"{_SVG}circle")
            if item.get("data-landmark")
        }  # fmt: skip


def _title(element):
    """The text of the ``title`` inside an element."""
    return (element.findtext(f"{_SVG}title") or "").strip()


def uncut(data, view_box):
    """Return an outline without the stretches in which the edge of the picture cuts it.

    Parameters
    ----------
    data : str
        Closed SVG path data, mm.
    view_box : tuple of float
        x, y, width, height of the picture, mm.

    Returns
    -------
    str
        Path data; the same where nothing is cut.

    Examples
    --------
    >>> uncut("M2 2L8 2L8 10L2 10Z", (0, 0, 10, 10))
    'M2 10l0-8l6 0l0 8'
    """
    pieces, start, here, cut = [], None, None, False
    for command, points in segments(data):
        if command == "moveTo":
            start = here = points[0]
            pieces.append([("M", points)])
            continue
        goal = points[-1] if points else start
        if _outside(here, view_box) and _outside(goal, view_box):
            cut = True
            pieces.append([("M", (goal,))])
        elif points or max(abs(goal[0] - here[0]), abs(goal[1] - here[1])) > 0.05:
            pieces[-1].append(({"curveTo": "C", "qCurveTo": "Q"}.get(command, "L"), points or (goal,)))
        here = goal
    return compact(_written(_joined(pieces))) if cut else data


def _outside(point, view_box):
    """On the edge of the picture or beyond it."""
    (x, y), (left, top, width, height), rim = point, view_box, _ON_THE_EDGE_MM
    return not (left + rim < x < left + width - rim and top + rim < y < top + height - rim)


def _joined(pieces):
    """Drop what draws nothing; let a piece that ends where another begins run on into it."""
    drawn = [piece for piece in pieces if len(piece) > 1]
    if len(drawn) > 1 and drawn[-1][-1][1][-1] == drawn[0][0][1][0]:
        drawn[0] = drawn.pop() + drawn[0][1:]
    return drawn


def _written(pieces):
    return "".join(
        command + " ".join(f"{x} {y}" for x, y in points) for piece in pieces for command, points in piece
    )
