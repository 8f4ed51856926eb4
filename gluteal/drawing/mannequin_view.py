"""The direction from which a scene is seen: parallel projection from the room to the page.

On the page x runs to the right and y down, in mm; depth grows towards the eye. Azimuth 0 looks at the
front of a
figure that stands upright with heading 0, 90 at its right side, 180 at its back, 270 at its left side.
"""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class View:
    """A direction of view.

    Attributes
    ----------
    azimuth_deg : float
        Where the eye stands around the figure.
    elevation_deg : float
        How far it looks down from above.
    """

    azimuth_deg: float
    elevation_deg: float = 0.0

    @property
    def axes(self):
        """Right, up and towards the eye, as rows (3, 3) in the room."""
        a, e = np.radians(self.azimuth_deg), np.radians(self.elevation_deg)
        towards = np.array([np.cos(a) * np.cos(e), np.sin(e), np.sin(a) * np.cos(e)])
        right = np.array([np.sin(a), 0.0, -np.cos(a)])
        return np.stack([right, np.cross(towards, right), towards])

    def project(self, points):
        """Return places on the page and depths, shape (…, 3): x, y down, towards the eye.

        Examples
        --------
        >>> View(90).project([100, 800, 30]).round(6).tolist()
        [100.0, -800.0, 30.0]
        """
        # To a ten-thousandth of a millimetre: the last bits of a product differ from processor to processor,
        # and a square on the edge of two surfaces must fall to the same one everywhere.
        return np.round(np.asarray(points, dtype=float) @ self.axes.T * (1, -1, 1), 4)
