"""Drives `yaml-language-server`, the server of Red Hat's YAML extension, as VS Code does.

It speaks JSON-RPC over standard input and output. Settings are answered from the folder's own
`.vscode/settings.json`, so what is tried is what a user who opens the folder gets.
"""

import json
import queue
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

PATIENCE = 60  # seconds for one answer; the machine may be busy


class LanguageServer:
    """One running server for one folder."""

    def __init__(self, process: subprocess.Popen[bytes], root: Path) -> None:
        self._process = process
        self._root = root
        self._number = 0
        self._version = 0
        self._texts: dict[str, str] = {}
        self._incoming: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def start(self) -> None:
        """Say what this editor can do, as VS Code does."""
        document = {
            "completion": {"completionItem": {"snippetSupport": True,
                                              "documentationFormat": ["markdown", "plaintext"]}},
            "hover": {"contentFormat": ["markdown", "plaintext"]},
            "publishDiagnostics": {},
        }  # fmt: skip
        uri = self._root.as_uri()
        self._ask(
            "initialize",
            processId=None,
            rootUri=uri,
            rootPath=str(self._root),
            workspaceFolders=[{"uri": uri, "name": self._root.name}],
            capabilities={
                "textDocument": document,
                "workspace": {"configuration": True, "workspaceFolders": True},
            },
        )
        self._tell("initialized")

    def open(self, path: str, text: str) -> list[dict[str, Any]]:
        """Show the server a document under a path, and return what it finds wrong with it."""
        uri = (self._root / path).as_uri()
        if path in self._texts:
            self._tell("textDocument/didClose", textDocument={"uri": uri})
            self._diagnostics(uri)  # of nothing
        self._texts[path] = text
        # the server remembers a text by its version, even of a document that was closed
        self._version += 1
        document = {"uri": uri, "languageId": "yaml", "version": self._version, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)
        return self._diagnostics(uri)

    def complete(self, path: str, after: str) -> list[dict[str, Any]]:
        """Return what the server offers right after a text that stands once in a document."""
        answer = self._ask("textDocument/completion", **self._place(path, after, len(after)))
        return cast("list[dict[str, Any]]", answer["items"])

    def hover(self, path: str, over: str) -> str:
        """Return what the server tells when the mouse rests on a text."""
        answer = self._ask("textDocument/hover", **self._place(path, over, 1))
        return str(answer["contents"]["value"]) if answer else ""

    def _diagnostics(self, uri: str) -> list[dict[str, Any]]:
        while True:
            message = self._next()
            params = message.get("params", {})
            if message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == uri:
                return cast("list[dict[str, Any]]", params["diagnostics"])

    def _place(self, path: str, text: str, plus: int) -> dict[str, Any]:
        whole = self._texts[path]
        assert whole.count(text) == 1, (text, whole.count(text))
        before = whole[: whole.index(text) + plus]
        line, start = before.count("\n"), before.rfind("\n") + 1
        return {
            "textDocument": {"uri": (self._root / path).as_uri()},
            "position": {"line": line, "character": len(before) - start},
        }

    def _ask(self, method: str, **params: Any) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message.get("result")

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _next(self) -> dict[str, Any]:
        """Return the next message that isn't a question to us; those are answered."""
        while True:
            message = self._incoming.get(timeout=PATIENCE)
            if "method" not in message or "id" not in message:
                return message
            result: Any = None
            if message["method"] == "workspace/configuration":
                settings = self._settings()
                result = [
                    _section(settings, item.get("section", ""))
                    for item in message["params"]["items"]
                ]
            self._send({"id": message["id"], "result": result})

    def _settings(self) -> dict[str, Any]:
        file = self._root / ".vscode" / "settings.json"
        return cast("dict[str, Any]", json.loads(file.read_text(encoding="utf-8")))

    def _send(self, message: Mapping[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode("utf-8")
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._process.stdin.flush()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream
        while True:
            length = 0
            while line := stream.readline().strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if not length:
                return
            self._incoming.put(json.loads(stream.read(length)))


def _section(settings: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return a section as VS Code gives it: `yaml.schemas` is `schemas` in the section `yaml`."""
    found: dict[str, Any] = {}
    for key, value in settings.items():
        if key.startswith(f"{name}."):
            found[key.removeprefix(f"{name}.")] = value
    if name == "yaml":
        # no network: the public catalogue of schemas is not asked
        found = {
            "validate": True, "hover": True, "completion": True, "hoverSchemaSource": False,
            "schemaStore": {"enable": False}, **found,
        }  # fmt: skip
    return found


@contextmanager
def language_server(script: Path, root: Path) -> Iterator[LanguageServer]:
    """Run the server for a folder that holds `.vscode/settings.json`, and end it afterwards."""
    process = subprocess.Popen(
        ["node", str(script), "--stdio"],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        server = LanguageServer(process, root)
        server.start()
        yield server
    finally:
        process.kill()
        process.wait()
