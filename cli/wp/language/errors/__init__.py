"""The sentences of what stops a command, in Danish and English, one file a family."""

from string import Formatter
from typing import Any

from wp.errors import Misfit, WpError
from wp.language.errors import commands, forms, history
from wp.language.messages import Language, counted
from wp.language.system import reason

ERRORS: dict[str, dict[str, str]] = {**forms.ERRORS, **history.ERRORS, **commands.ERRORS}


class _Words(Formatter):
    """Fills a sentence. `{length:tegn|tegn}` is the first word for one, else the second."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if "|" in format_spec:
            return counted(value, format_spec)
        return str(super().format_field(value, format_spec))


def render_error(error: WpError, language: Language) -> str:
    """Return the sentence of an error in a language."""
    params = dict(error.params)
    if isinstance(params.get("reason"), Misfit):
        misfit = params["reason"]
        params["reason"] = forms.MISFITS[misfit.what][language].format_map(misfit._asdict())
    elif "reason" in params:
        params["reason"] = reason(params["reason"], language)
    return _Words().vformat(ERRORS[error.name][language], (), params)
