"""Where a place lies on a picture of the world: the Equal Earth projection, which keeps areas.

B. Šavrič, T. Patterson, B. Jenny: The Equal Earth map projection, International Journal of GIS 33 (2019), 454-465.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

__all__ = ["HEIGHT", "WIDTH", "projected"]

WIDTH = 1000.0
"""Units from the western to the eastern end of the equator."""
HEIGHT = 430.0
"""Units from the northern end to where the picture is cut, south of the continents that people live on."""
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_SCALE = WIDTH / (2 * 2.706630)
_NORTH = 1.317363 * _SCALE


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """The place of a point (in degrees) on the picture: units from its left and from its top.

    >>> projected(0, 0)
    (500.0, 243.36)
    """
    angle = asin(sqrt(3) / 2 * sin(radians(latitude)))
    second, sixth = angle**2, angle**6
    a1, a2, a3, a4 = _A
    stretch = a1 + 3 * a2 * second + sixth * (7 * a3 + 9 * a4 * second)
    x = 2 * sqrt(3) / 3 * radians(longitude) * cos(angle) / stretch
    y = angle * (a1 + a2 * second + sixth * (a3 + a4 * second))
    return round(WIDTH / 2 + x * _SCALE, 2), round(_NORTH - y * _SCALE, 2)
