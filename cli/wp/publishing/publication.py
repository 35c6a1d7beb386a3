"""A publication: the finished tree of one document, which every writer turns into its own format.

An output template composes it in Markdown; the writers see nothing else. Besides the kinds of
`wp.reading.nodes.Node` the tree holds these, all made from directives of the output template:

- `container`: blocks that belong together. `attrs["name"]` is one of `cover` (title page),
  `colophon` (who published it and how it was made), `glance` (one page that shows everything at
  once), `facts` (a list, each item a `plain` that begins with `strong`, the label, then the value;
  shown as a panel of terms and descriptions), `notice` (something the reader must not miss), `wide`
  (matrices that want a landscape page), `topic` (one one-pager with its facts and sections), `lead`
  (an opening paragraph set larger) or `logo` (the publisher's logo, on the cover or at the head of
  the first page). `attrs["options"]` is a dict of str.
- `contents`: the place for the table of contents; `attrs["depth"]` is the deepest level shown.
- `page_break`.
- `figure`: `children` holds one `image`; `attrs["caption"]` is a tuple of inline nodes.
- `anchor`: a place within a line, such as a table's row, that links lead to by `attrs["id"]`.
- a `heading`, and a `table` or `figure` with a caption, may have `attrs["number"]`: that of a
  heading (str) begins its text already, that of the others (int) is for `numbering.caption_of`.
- `table` has further attributes: `caption` (tuple of inline nodes, may be empty), `widths` (tuple
  of numbers, the columns' relative widths, may be empty), `row_headers` (bool: the first cell of
  each row heads the row) and `classes` (tuple of str: `matrix`, `plan`, `sums`).

What holds for every tree: each heading has an `id`, unique among headings and anchors, ASCII,
stable from build to build; levels start at 1 and never skip; a link's `dest` is `#id` of a heading
or an anchor of this tree, an `https:`, `http:` or `mailto:` address, or a relative path below the
output folder; an image's `dest` is `asset:NAME` with NAME a key of `assets`, and it has alternative
text. Footnotes stand anywhere at the top level and their labels are unique. Raw HTML is gone, but
for the hard breaks made of `<br>`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wp.colours import USUAL, Palette
from wp.programme.model import Programme
from wp.reading.nodes import Node


@dataclass(frozen=True, slots=True)
class Publication:
    """One document ready to be written.

    `name` is the output's path below `build/` without its ending, such as `one-pagers/jura`.
    `language` is an IETF tag ("da", "en"). `date` is an ISO date or "". `state` is the word that
    marks a draft on every page, "" when final. `labels` are the words of the frame (`contents`,
    `page`, `of`, `skip`, `notes`, …) in `language`. `assets` maps an asset's name (`timeline.svg`,
    `attachments/chart.png`) to its bytes. `palette` holds the colours that it is shown in.
    `plain` is the same tree with the spaces as they were written, for Markdown, which people read
    and compare as text; None where there is no other. `programme` is what a whole programme was
    composed from, None for a single document.
    """

    name: str
    title: str
    subtitle: str
    author: str
    language: str
    date: str
    state: str
    body: Node
    labels: Mapping[str, str]
    assets: Mapping[str, bytes]
    palette: Palette = USUAL
    plain: Node | None = field(default=None, compare=False, repr=False)
    programme: Programme | None = field(default=None, compare=False, repr=False)

    def headings(self) -> Iterator[Node]:
        """Yield the headings in order, those inside containers too."""
        return (node for node in self.body.walk() if node.kind == "heading")


def asset_name(dest: str) -> str:
    """Return the key in `Publication.assets` of an image's destination `asset:NAME`."""
    return dest.removeprefix("asset:")
