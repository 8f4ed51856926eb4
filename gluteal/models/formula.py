"""A model's function written down as a list of steps, so that a page computes what Python computes.

A widget has to answer without a kernel, yet the page must not carry a second copy of the model that could
drift away from it. So Python calls the model once with stand-ins for the numbers; each stand-in notes what is
done to it, and the notes travel to the page, where ``common/formula.js`` goes through them.
"""

import numpy as np

OPERATIONS = frozenset(
    {
        *("add", "subtract", "multiply", "divide", "negative"),
        *("minimum", "maximum", "absolute", "sqrt", "log10", "less"),
        *("sin", "cos", "arcsin", "arctan2"),
    }
)
"""What the page can do; names of numpy's universal functions."""


class _Noted(np.lib.mixins.NDArrayOperatorsMixin):
    """A number that is not known yet."""

    def __init__(self, steps, place):
        self.steps, self.place = steps, place

    def __array_ufunc__(self, ufunc, method, *inputs, **options):
        if ufunc.__name__ not in OPERATIONS or method != "__call__" or options:
            raise TypeError(f"a page cannot do {ufunc.__name__!r}; it can do {', '.join(sorted(OPERATIONS))}")
        return self._note([ufunc.__name__, *(self._place_of(one) for one in inputs)])

    def __bool__(self):
        raise TypeError("the page's copy of a model cannot branch: write the choice as arithmetic")

    def _place_of(self, value):
        return value.place if isinstance(value, _Noted) else self._note(["constant", float(value)]).place

    def _note(self, step):
        if step not in self.steps:
            self.steps.append(step)
        return _Noted(self.steps, self.steps.index(step))


def formula(function, inputs):
    """Return a function of numbers as a list of steps.

    Parameters
    ----------
    function : callable
        Takes numbers, returns a dict of numbers. It may use arithmetic and `OPERATIONS`, and no branches.
    inputs : sequence of str
        Names of its parameters, in order.

    Returns
    -------
    dict
        ``inputs``; ``steps``, each an operation and the places of what it works on, or ``["input", name]`` or
        ``["constant", number]``; ``outputs``, name to place.

    Raises
    ------
    TypeError
        When the function does what a page cannot do.

    Examples
    --------
    >>> formula(lambda x, y: {"mean": (x + y) / 2}, ["x", "y"])["steps"]
    [['input', 'x'], ['input', 'y'], ['add', 0, 1], ['constant', 2.0], ['divide', 2, 3]]
    """
    steps = [["input", name] for name in inputs]
    found = function(*(_Noted(steps, place) for place in range(len(steps))))
    return {
        "inputs": list(inputs),
        "steps": steps,
        "outputs": {name: value.place for name, value in found.items()},
    }
