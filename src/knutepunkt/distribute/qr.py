"""QR codes, drawn here: no other service learns what somebody points at."""

import io

import segno


def svg(address: str, *, scale: int = 4) -> str:
    """The code as a drawing to stand in a page."""
    drawing = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawing, kind="svg", scale=scale, border=4, xmldecl=False, svgns=True, unit="px",
        title=address,
    )  # fmt: skip
    return drawing.getvalue().decode()


def png(address: str, *, scale: int = 8) -> bytes:
    """The code as a picture."""
    picture = io.BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="png", scale=scale, border=4)
    return picture.getvalue()
