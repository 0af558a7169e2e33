"""A chart as SVG that can stand in the middle of a page: named, described, without style of
its own (a strict Content-Security-Policy allows none), its ids apart from other charts'."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from newsread.saving.cells import ILLEGAL

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SVG = "http://www.w3.org/2000/svg"
XLINK = "{http://www.w3.org/1999/xlink}href"
# The style block is said otherwise; the other two say who drew it, in nobody's words.
LEFT_OUT = {f"{{{SVG}}}{tag}" for tag in ("metadata", "style", "title")}
REFERENCE = re.compile(r"url\(#([^)]+)\)")
# What matplotlib says of every element in a style block, said once on the outermost.
DRAWN = {"stroke-linejoin": "round", "stroke-linecap": "butt"}


def inline_svg(figure: Figure, name: str, title: str, description: str) -> str:
    """The figure as one ``<svg>`` element; ``name`` goes before every id in it."""
    import matplotlib as mpl

    drawn = io.BytesIO()
    with mpl.rc_context({"svg.fonttype": "path", "svg.hashsalt": name}):
        figure.savefig(drawn, format="svg", metadata={"Date": None})
    ET.register_namespace("", SVG)
    root = ET.fromstring(drawn.getvalue())
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in LEFT_OUT:
                parent.remove(child)
    for element in root.iter():
        _style_to_attributes(element)
        _apart(element, name)
    for key in ("width", "height", "version"):
        root.attrib.pop(key, None)
    root.attrib |= DRAWN | {"role": "img", "aria-labelledby": f"{name}-title {name}-desc"}
    for position, (tag, text) in enumerate((("title", title), ("desc", description))):
        element = ET.Element(f"{{{SVG}}}{tag}", {"id": f"{name}-{tag}"})
        element.text = ILLEGAL.sub("\ufffd", text)
        root.insert(position, element)
    return ET.tostring(root, encoding="unicode")


def _style_to_attributes(element: ET.Element) -> None:
    style = element.attrib.pop("style", "")
    for part in filter(None, map(str.strip, style.split(";"))):
        key, _, value = part.partition(":")
        element.set(key.strip(), value.strip())


def _apart(element: ET.Element, name: str) -> None:
    if "id" in element.attrib:
        element.set("id", f"{name}-{element.attrib['id']}")
    for key, value in list(element.attrib.items()):
        if key == XLINK:
            del element.attrib[key]
            element.set("href", f"#{name}-{value[1:]}" if value.startswith("#") else value)
        elif "url(#" in value:
            element.set(key, REFERENCE.sub(rf"url(#{name}-\1)", value))
