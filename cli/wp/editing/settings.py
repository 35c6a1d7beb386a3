"""What VS Code is told: whose schema is whose, what to install, how to run a check."""

from collections.abc import Iterable
from typing import Any

from wp.language.words import words_of
from wp.reading.repository import CONTENT
from wp.reading.template import Template

FOLDER = ".vscode"
SCHEMAS = f"{FOLDER}/schemas"
_SEVERITIES = ("error", "warning", "info")  # our words for them are VS Code's too


def schema_name(template: Template) -> str:
    """Return the file name of a form's schema."""
    return f"{template.name}.schema.json"


def settings_of(templates: Iterable[Template]) -> dict[str, Any]:
    """Return the settings that give each form's documents their schema."""
    return {
        "yaml.schemas": {
            f"{SCHEMAS}/{schema_name(template)}": [f"{CONTENT}/{template.applies_to}"]
            for template in templates
        }
    }


def extensions() -> dict[str, Any]:
    """Return the extensions to recommend: the one that reads YAML schemas."""
    return {"recommendations": ["redhat.vscode-yaml"]}


def tasks() -> dict[str, Any]:
    """Return the task that runs `wp check` and puts its findings among VS Code's problems.

    A finding's severity is read from its word, in either language. `wp` is sought where README's
    commands put it, then wherever the system finds it.
    """
    return {
        "version": "2.0.0",
        "tasks": [
            {
                "label": "wp check",
                "type": "shell",
                "command": "wp",
                "args": ["check", "--format", "concise"],
                "options": {
                    "cwd": "${workspaceFolder}",
                    "env": {"PATH": "${workspaceFolder}/.venv/bin:${env:PATH}"},
                },
                "windows": {
                    "options": {
                        "cwd": "${workspaceFolder}",
                        "env": {"PATH": "${workspaceFolder}\\.venv\\Scripts;${env:PATH}"},
                    }
                },
                "group": {"kind": "build", "isDefault": True},
                "presentation": {"reveal": "silent", "clear": True},
                "problemMatcher": [_matcher(severity) for severity in _SEVERITIES],
            }
        ],
    }


def _matcher(severity: str) -> dict[str, Any]:
    both = "|".join(dict.fromkeys(words_of(language)[severity] for language in ("da", "en")))
    return {
        "owner": f"wp-{severity}",
        "source": "wp check",
        "severity": severity,
        "fileLocation": ["relative", "${workspaceFolder}"],
        "pattern": {
            "regexp": rf"^(.+?):(\d+):(\d+): (?:{both}) (WP\d+) (.*)$",
            "file": 1,
            "line": 2,
            "column": 3,
            "code": 4,
            "message": 5,
        },
    }
