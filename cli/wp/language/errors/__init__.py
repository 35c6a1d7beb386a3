"""The sentences of what stops a command, in Danish and English, one file a family."""

from wp.errors import Misfit, WpError
from wp.language.errors import commands, forms, history
from wp.language.messages import Language
from wp.language.system import reason

ERRORS: dict[str, dict[str, str]] = {**forms.ERRORS, **history.ERRORS, **commands.ERRORS}


def render_error(error: WpError, language: Language) -> str:
    """Return the sentence of an error in a language."""
    params = dict(error.params)
    if isinstance(params.get("reason"), Misfit):
        misfit = params["reason"]
        params["reason"] = forms.MISFITS[misfit.what][language].format_map(misfit._asdict())
    elif "reason" in params:
        params["reason"] = reason(params["reason"], language)
    return ERRORS[error.name][language].format_map(params)
