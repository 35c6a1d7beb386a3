"""The small part of the DOM that reading and changing a Word file needs, in Word's own order."""

from xml.dom.minidom import Document, Element, Text

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


def elements(node: Element | None, *tags: str) -> list[Element]:
    """Return the child elements, of all tags or those named."""
    children = node.childNodes if node else ()
    return [
        item
        for item in children
        if isinstance(item, Element) and (not tags or item.tagName in tags)
    ]


def child(node: Element | None, *path: str) -> Element | None:
    """Return the first child with a tag, of that the first with the next, and so on."""
    for tag in path:
        node = next(iter(elements(node, tag)), None)
    return node


def element(document: Document, tag: str, **attributes: str | int) -> Element:
    """Return a new element whose attributes are in Word's namespace."""
    made = document.createElement(tag)
    for name, value in attributes.items():
        made.setAttribute(f"w:{name}", str(value))
    return made


def add_first(document: Document, parent: Element, tag: str, **attributes: str | int) -> Element:
    """Put a new element before all else in its parent."""
    made = element(document, tag, **attributes)
    parent.insertBefore(made, parent.firstChild)
    return made


def properties_of(document: Document, node: Element, tag: str) -> Element:
    """Return what holds the properties of a paragraph, row or cell; make it if needed."""
    return child(node, tag) or add_first(document, node, tag)


def copy_of(document: Document, node: Element) -> Element:
    """Return an element with all that is in it, as one of `document`'s."""
    return document.importNode(node, True)


def insert_after(made: Element, node: Element) -> None:
    """Put an element behind another."""
    parent = node.parentNode
    assert isinstance(parent, Element)
    # the DOM takes None for "at the end", which the stubs don't know
    parent.insertBefore(made, node.nextSibling)  # type: ignore[arg-type]


def root_of(document: Document) -> Element:
    """Return the element that holds all others."""
    assert document.documentElement is not None
    return document.documentElement


def remove(node: Element) -> None:
    """Take an element out of its document."""
    if node.parentNode:
        node.parentNode.removeChild(node)


def number(node: Element | None, name: str, otherwise: int = 0) -> int:
    """Return the whole number that an attribute holds."""
    text = node.getAttribute(name) if node else ""
    return int(text) if text.removeprefix("-").isdecimal() else otherwise


def value(node: Element | None, name: str = "w:val") -> str:
    """Return the text that an attribute holds, "" when there is none."""
    return str(node.getAttribute(name)) if node else ""


def text_of(node: Element) -> str:
    """Return the text in an element's runs."""
    texts = node.getElementsByTagName("w:t")
    return "".join(
        piece.data for text in texts for piece in text.childNodes if isinstance(piece, Text)
    )


def style_of(block: Element) -> str:
    """Return the id of a paragraph's style, "" for what is no paragraph."""
    return value(child(block, "w:pPr", "w:pStyle")) if block.tagName == "w:p" else ""


def set_property(document: Document, paragraph: Element, made: Element) -> None:
    """Give a paragraph a property, at its place in the order, or more attributes if it has it."""
    properties = properties_of(document, paragraph, "w:pPr")
    own = child(properties, made.tagName)
    if own:
        for name, text in made.attributes.items():
            own.setAttribute(name, text)
        return
    rank = _ORDER.index(made.tagName)
    later = (item for item in elements(properties) if _ORDER.index(item.tagName) > rank)
    properties.insertBefore(made, next(later, None))
