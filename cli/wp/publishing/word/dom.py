"""The small part of XML that reading and changing a Word file needs, in Word's own order.

Elements and attributes are named as Word's own files name them, such as `w:p`.
"""

from functools import cache

from lxml import etree

Element = etree._Element

# The names that Office Open XML files give its namespaces (ECMA-376-1, annex A).
_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_OWN = {"w": _NAMESPACES["w"]}

# What stands in the body of a document, among bookmarks and the like.
BLOCKS = ("w:p", "w:tbl", "w:sdt")

# The order of a paragraph's properties is fixed (ECMA-376-1, 17.3.1.26, CT_PPr).
_ORDER = (
    "w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl",
    "w:numPr", "w:suppressLineNumbers", "w:pBdr", "w:shd", "w:tabs", "w:suppressAutoHyphens",
    "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct", "w:autoSpaceDE",
    "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind",
    "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection",
    "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr",
    "w:sectPr", "w:pPrChange",
)  # fmt: skip


def parsed(part: bytes) -> Element:
    """Return the element that holds all others of a part of a Word file.

    Nothing is fetched that the part names, and no entity of its own is filled in. Raises
    `etree.XMLSyntaxError` for what is no XML.
    """
    reader = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(part, reader)


def written(root: Element) -> bytes:
    """Return a part of a Word file as bytes."""
    made = etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return bytes(made)


@cache
def named(name: str) -> str:
    """Return a name such as `w:p` as XML's tools write it, with the namespace itself."""
    prefix, _, local = name.rpartition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}" if prefix else local


_RANK = {named(tag): rank for rank, tag in enumerate(_ORDER)}


def is_a(node: Element, tag: str) -> bool:
    """Say whether an element has a tag."""
    return node.tag == named(tag)


def elements(node: Element | None, *tags: str) -> list[Element]:
    """Return the child elements, of all tags or those named."""
    if node is None:
        return []
    wanted = frozenset(map(named, tags))
    return [item for item in node.iterchildren("*") if not wanted or item.tag in wanted]


def every(node: Element, tag: str) -> list[Element]:
    """Return all elements of a tag that an element holds, at any depth."""
    return node.findall(f".//{named(tag)}")


def child(node: Element | None, *path: str) -> Element | None:
    """Return the first child with a tag, of that the first with the next, and so on."""
    for tag in path:
        if node is None:
            return None
        node = node.find(named(tag))
    return node


def element(tag: str, **attributes: str | int) -> Element:
    """Return a new element whose attributes are in Word's namespace."""
    made = etree.Element(named(tag), nsmap=_OWN)
    for name, given in attributes.items():
        made.set(named(f"w:{name}"), str(given))
    return made


def add_first(parent: Element, tag: str, **attributes: str | int) -> Element:
    """Put a new element before all else in its parent."""
    made = element(tag, **attributes)
    parent.insert(0, made)
    return made


def properties_of(node: Element, tag: str) -> Element:
    """Return what holds the properties of a paragraph, row or cell; make it if needed."""
    found = child(node, tag)
    return add_first(node, tag) if found is None else found


def remove(node: Element) -> None:
    """Take an element out of its document."""
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def number(node: Element | None, name: str, otherwise: int = 0) -> int:
    """Return the whole number that an attribute holds."""
    text = value(node, name)
    return int(text) if text.removeprefix("-").isdecimal() else otherwise


def value(node: Element | None, name: str = "w:val") -> str:
    """Return the text that an attribute holds, "" when there is none."""
    return "" if node is None else str(node.get(named(name), ""))


def give(node: Element, name: str, given: str | int) -> None:
    """Give an element an attribute."""
    node.set(named(name), str(given))


def text_of(node: Element) -> str:
    """Return the text in an element's runs."""
    return "".join(text.text or "" for text in every(node, "w:t"))


def style_of(block: Element) -> str:
    """Return the id of a paragraph's style, "" for what is no paragraph."""
    return value(child(block, "w:pPr", "w:pStyle")) if is_a(block, "w:p") else ""


def set_property(paragraph: Element, made: Element) -> None:
    """Give a paragraph a property, at its place in the order, or more attributes if it has it."""
    properties = properties_of(paragraph, "w:pPr")
    own = properties.find(_tag(made))
    if own is not None:
        own.attrib.update(made.attrib)
        return
    rank = _RANK[_tag(made)]
    later = (item for item in properties.iterchildren("*") if _RANK[_tag(item)] > rank)
    before = next(later, None)
    if before is None:
        properties.append(made)
    else:
        before.addprevious(made)


def _tag(node: Element) -> str:
    return str(node.tag)
