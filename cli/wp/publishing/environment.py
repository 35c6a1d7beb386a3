"""The Jinja environments of the output templates: sandboxed, strict, escaped in every format.

An output template may loop and choose, nothing else: no file, no import of Python, no attribute
that begins with an underscore. A name that doesn't exist is an error, never an empty text.
"""

import re
from collections.abc import Callable
from dataclasses import is_dataclass
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from wp.errors import WpError
from wp.language import wording
from wp.language.wording import Language
from wp.reading.languages import is_language
from wp.reading.repository import TEMPLATES, packaged_templates

OUTPUT = "output"
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def markdown_environment(root: Path, language: Language) -> jinja2.Environment:
    """Return the environment for templates in Markdown: every text comes out as that text."""
    environment = _environment(root, escape_markdown)
    wordings: dict[str, Callable[..., str]] = {
        "date": wording.date,
        "weekday": wording.weekday,
        "time": wording.time,
        "money": wording.money,
        "millions": wording.millions,
    }
    for name, function in wordings.items():
        environment.filters[name] = partial(function, language=language)
    environment.filters["in_language"] = in_language
    environment.globals["period"] = partial(wording.period, language=language)
    environment.globals["months"] = partial(wording.months, language=language)
    return environment


def frame_environment(root: Path) -> jinja2.Environment:
    """Return the environment for the frames that hold the finished text of a format."""
    return _environment(root, None)


def load(environment: jinja2.Environment, *names: str) -> jinja2.Template:
    """Return the first output template that exists.

    Raises `WpError` when none does, or when it isn't a Jinja template.
    """
    try:
        return environment.select_template(names)
    except jinja2.TemplateSyntaxError as error:
        raise _fault(error.name or names[0], error.lineno, error.message or "") from error
    except jinja2.TemplatesNotFound as error:
        raise WpError("no-template", name=f"{OUTPUT}/{names[0]}") from error


def render(template: jinja2.Template, **context: Any) -> str:
    """Fill an output template.

    Raises `WpError` with the template's file and line when it asks for what isn't there.
    """
    try:
        return template.render(**context)
    except (jinja2.TemplateError, TypeError, ValueError, LookupError) as error:
        raise _fault(template.name or "", _line(error, template), str(error)) from error


def escape_markdown(value: Any) -> Markup:
    """Return a value as Markdown that reads as exactly that text, on one line, in any place.

    CommonMark lets every ASCII punctuation mark be escaped by a backslash (section 2.4).
    """
    if hasattr(value, "__html__"):
        return Markup(value.__html__())
    text = "" if value is None else " ".join(str(value).split(" ")).replace("\n", " ")
    return Markup(_PUNCTUATION.sub(r"\\\1", " ".join(text.split("\t")).strip(" ")))


def in_language(value: Any, tag: str) -> Markup:
    """Return a value as Markdown that says which language it is in; without a tag just as text."""
    text = escape_markdown(value)
    return Markup(f"[{text}]{{lang={tag}}}") if text and is_language(tag) else text


class _Sandbox(ImmutableSandboxedEnvironment):
    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        # of our own data this is all that jinja2 would say, after asking long what it might be
        if is_dataclass(obj):
            return not attr.startswith("_")
        return super().is_safe_attribute(obj, attr, value)


def _environment(root: Path, escape: Callable[[Any], Markup] | None) -> jinja2.Environment:
    folders = [root / TEMPLATES / OUTPUT, packaged_templates() / OUTPUT]
    return _Sandbox(
        loader=jinja2.FileSystemLoader(folders, encoding="utf-8"),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        finalize=escape,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def _fault(name: str, line: int, reason: str) -> WpError:
    return WpError("output-template", path=f"{TEMPLATES}/{OUTPUT}/{name}", line=line, reason=reason)


def _line(error: BaseException, template: jinja2.Template) -> int:
    """Return the template's line that an error came from: the innermost one in a template."""
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == template.filename:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
