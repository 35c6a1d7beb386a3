"""The words of the output: those of `templates/output/labels.yml`, and those of the forms.

`labels.yml` belongs to whoever owns the wording: each key has its text in Danish and in English. A
council's own file need only hold the keys that it words otherwise.
"""

from collections.abc import Mapping
from pathlib import Path

from wp.errors import WpError
from wp.language.wording import Language
from wp.programme.labels import labels_of as form_labels
from wp.reading.document import make_document
from wp.reading.repository import TEMPLATES, Repository, packaged_templates
from wp.reading.source import decode

FILE = "labels.yml"
_FRAME = "frame_"


def labels_of(root: Path, language: Language) -> dict[str, str]:
    """Return every word of the output templates in a language.

    Raises `WpError`, with file and line, when a label lacks the language.
    """
    labels: dict[str, str] = {}
    for folder in (packaged_templates(), root / TEMPLATES):
        path = folder / "output" / FILE
        if path.is_file():
            labels |= _read(path, language)
    return labels


def frame_labels(labels: Mapping[str, str]) -> dict[str, str]:
    """Return the words that the frames of the formats use: those whose key begins `frame_`."""
    return {
        key.removeprefix(_FRAME): text for key, text in labels.items() if key.startswith(_FRAME)
    }


def word(repository: Repository, where: str, value: str, language: Language) -> str:
    """Return a value's name as its form gives it (`x-labels`), else the value itself.

    `where` is the form and the field, with what is above it; 0 stands for the items of a list:
    `one-pager.responsible.0.role`.
    """
    name, *parts = where.split(".")
    template = repository.templates.get(name)
    if template is None:
        return value
    pointer = tuple(int(part) if part.isdecimal() else part for part in parts)
    return form_labels(template, pointer).get(value, {}).get(language, value)


def _read(path: Path, language: Language) -> dict[str, str]:
    name = f"{TEMPLATES}/output/{FILE}"
    source, faults = decode(name, path.read_bytes())
    document = make_document(source, None, faults)
    for fault in document.faults:
        raise WpError("template-unreadable", path=name, line=fault.span.line, fault=fault.name)
    labels = {}
    for key, texts in document.data.items():
        text = texts.get(language) if isinstance(texts, dict) else None
        if not isinstance(text, str):
            line = document.key_span((key,)).line
            raise WpError("label-missing", path=name, line=line, key=key, language=language)
        labels[key] = text
    return labels
