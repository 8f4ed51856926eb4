"""The list of figures, and figures drawn where they are asked for."""

import pytest

from gluteal.drawing.registry import write_all


def test_an_unknown_figure_is_refused_with_the_nearest_name_and_nothing_is_written(tmp_path):
    with pytest.raises(KeyError, match="buttock-posterior-medius"):
        write_all(tmp_path, only=["muscle-piriformis", "buttock-posterior-mediusz"])
    assert list(tmp_path.iterdir()) == []


def test_a_layer_can_be_drawn_on_axes_that_are_given():
    from matplotlib.figure import Figure

    from gluteal.drawing.buttock import layer_figure

    ax = Figure(figsize=(8, 8)).add_axes((0.25, 0.1, 0.5, 0.8))
    assert layer_figure("lateral", "bones", ax) is ax and ax.artists
