"""How hair, or what covers it, lies on the head."""

Row = tuple[str, str, str, tuple[str, float, float, float, float], tuple[str, float, float, float, float]]


def _cone(*numbers: float, bone: str = "head", other: str = "head", material: str = "hair", part: str = "hair") -> Row:
    ax, ay, az, ra, bx, by, bz, rb = numbers
    return (part, material, "head", (bone, ax, ay, az, ra), (other, bx, by, bz, rb))


_CAP = _cone(0, 0.028, -0.018, 0.098, 0, -0.012, -0.03, 0.088)
_STYLES: dict[str, tuple[Row, ...]] = {
    "short": (_CAP, _cone(0, 0.07, 0.03, 0.05, 0, 0.04, -0.06, 0.07)),
    "bun": (_CAP, _cone(0, 0.085, -0.1, 0.045, 0, 0.095, -0.11, 0.044)),
    "ponytail": (
        _CAP,
        _cone(0, 0.05, -0.11, 0.028, 0, 0.02, -0.14, 0.034),
        _cone(0, 0.02, -0.14, 0.034, 0, -0.13, -0.15, 0.018),
    ),
    "bob": (_CAP, *(_cone(s * 0.05, 0.01, -0.03, 0.062, s * 0.068, -0.075, -0.02, 0.04) for s in (1, -1))),
    "curly": (
        _CAP,
        *(
            _cone(x, y, z, r, x, y, z, r)
            for x, y, z, r in (
                (0, 0.115, -0.01, 0.042),
                (0.055, 0.095, 0.01, 0.042),
                (-0.055, 0.095, 0.01, 0.042),
                (0.09, 0.045, -0.01, 0.04),
                (-0.09, 0.045, -0.01, 0.04),
                (0.085, -0.005, -0.045, 0.042),
                (-0.085, -0.005, -0.045, 0.042),
                (0.05, 0.08, -0.075, 0.045),
                (-0.05, 0.08, -0.075, 0.045),
                (0, 0.03, -0.11, 0.05),
                (0.05, -0.03, -0.09, 0.045),
                (-0.05, -0.03, -0.09, 0.045),
                (0.03, 0.105, 0.035, 0.034),
                (-0.03, 0.105, 0.035, 0.034),
            )
        ),
    ),
    "headscarf": (
        _cone(0, 0.03, -0.014, 0.1, 0, -0.02, -0.026, 0.094, material="scarf"),
        _cone(0, -0.05, -0.024, 0.082, 0, 0.2, -0.012, 0.066, other="thorax", material="scarf"),
        _cone(0.05, 0.185, 0.03, 0.045, -0.05, 0.185, 0.03, 0.045, bone="thorax", other="thorax", material="scarf"),
    ),
    "shaved": (_cone(0, 0.024, -0.012, 0.094, 0, -0.006, -0.02, 0.084),),
}

STYLES = tuple(_STYLES)


def hair(style: str) -> tuple[Row, ...]:
    """Give the cones of a style, as part, material, build, and both ends."""
    return _STYLES[style]
