"""The fences around front matter, found by a python-frontmatter handler that keeps positions.

python-frontmatter alone strips the body, which moves its lines, and takes a missing closing fence
for no front matter at all. The handler here reads the original text, so both are seen.
"""

import re
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from wp.findings import Fault
from wp.reading.source import Source
from wp.reading.yaml_core import Place, Yaml, read_yaml

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_CLOSING = re.compile(r"^(---|\.\.\.)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)


class FrontMatterHandler(YAMLHandler):
    """Splits one source. After `split`, `yaml`, `body_start` and `faults` tell what was found.

    `body_start` is an offset in characters of the source.
    """

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source
        self.faults: list[Fault] = []
        self.body_start = 0
        self.yaml = Yaml({}, Place(0, 0), (), complete=False)
        self._front = (0, 0)

    def detect(self, text: str) -> bool:
        """Say whether the first line with text on it is an opening fence."""
        match = _FENCE.search(self.source.text)
        return match is not None and not self.source.text[: match.start()].strip()

    def split(self, text: str) -> tuple[str, str]:
        """Return front matter and body, cut from the source itself rather than from `text`.

        Raises `ValueError`, which python-frontmatter takes for "no front matter", if there is none.
        """
        source = self.source.text
        if not self.detect(text):
            raise ValueError("no front matter")
        opening = _FENCE.search(source)
        assert opening is not None
        if opening.start():
            self.faults.append(Fault("front-matter-not-first", self.source.span(*opening.span())))
        closing = _CLOSING.search(source, opening.end())
        if closing is None:
            heading = _HEADING.search(source, opening.end())
            end = self.body_start = heading.start() if heading else len(source)
            self.faults.append(Fault("front-matter-open", self.source.span(*opening.span())))
        else:
            end, self.body_start = closing.start(), min(closing.end() + 1, len(source))
        self._front = (opening.end() + 1, end)
        return source[opening.end() + 1 : end], source[self.body_start :]

    def load(self, fm: str, **kwargs: object) -> dict[str, Any]:
        """Read the front matter; anything but a mapping is a fault and gives an empty one."""
        self.yaml = read_yaml(self.source, *self._front)
        self.faults.extend(self.yaml.faults)
        if isinstance(self.yaml.value, dict):
            return self.yaml.value
        if self.yaml.complete and self.yaml.value is not None:
            span = self.source.span(self.yaml.place.start, self.yaml.place.start)
            self.faults.append(Fault("front-matter-not-mapping", self.source.line_span(span.line)))
        return {}


def read_front_matter(source: Source) -> tuple[dict[str, Any], FrontMatterHandler]:
    """Return a document's front matter and the handler that knows where everything stands."""
    handler = FrontMatterHandler(source)
    post = frontmatter.loads(source.text, handler=handler)
    if not handler.detect(source.text):
        handler.faults.append(Fault("front-matter-missing", source.line_span(1)))
    return post.metadata, handler
