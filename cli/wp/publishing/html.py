"""A publication as one HTML page: no script, no network, everything it needs inside it."""

import jinja2
from markupsafe import Markup

from wp.publishing.contents import find_container
from wp.publishing.environment import render
from wp.publishing.faces import faces
from wp.publishing.html_body import Body
from wp.publishing.html_text import text
from wp.publishing.publication import Publication
from wp.reading.nodes import Node


def write_html(publication: Publication, frame: jinja2.Template) -> str:
    """Return the publication as a page, its look given by `frame` (`output/frame.html.j2`).

    The frame gets `publication`, its `labels`, and as finished HTML: `opening` (the title as the
    page's one heading of level 1, and what the cover says below it), `contents` (nested lists of
    links, may be empty), `body` (its headings begin at level 2) and `notes` (the items of a list,
    may be empty). `palette` holds the colours, `faces` the type, `logo` the publisher's logo or
    nothing; `has_cover` tells whether the tree has a title page.

    Raises `WpError` when the frame can't be filled.
    """
    body = Body(publication)
    cover, logo = (find_container(body.nodes, name) for name in ("cover", "logo"))
    opening = _opening(publication, body, cover)
    written = body.blocks(node for node in body.nodes if node not in (cover, logo))
    shown = body.blocks(logo.children) if logo is not None else ""
    contents, notes = body.contents(), body.endnotes()
    heads = (publication.title, publication.author, publication.state)
    return render(
        frame,
        publication=publication,
        labels=publication.labels,
        palette=publication.palette,
        faces=faces((opening, written, notes, *heads)),
        has_cover=cover is not None,
        logo=Markup(shown),
        opening=Markup(opening),
        contents=Markup(contents),
        body=Markup(written),
        notes=Markup(notes),
    )


def _opening(publication: Publication, body: Body, cover: Node | None) -> str:
    """Return the title and what stands with it, from the cover where there is one."""
    blocks = cover.children if cover is not None else ()
    title = next((node for node in blocks if node.kind == "heading"), None)
    if title is None:
        subtitle = publication.subtitle
        under = f"<p>{text(subtitle)}</p>\n" if subtitle and cover is None else ""
        return f"<h1>{text(publication.title)}</h1>\n{under}{body.blocks(blocks)}"
    rest = body.blocks(
        node for node in blocks if node is not title and node.attrs.get("name") != "logo"
    )
    return body.heading(title, 1) + rest
