"""A headless Chromium driven over the DevTools protocol, in real time."""

from __future__ import annotations

import base64
import itertools
import json
import shutil
import subprocess
import time
import urllib.request
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

PROGRAM = next((p for p in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if p), None)


class Browser:
    """One page. ``close`` ends the browser."""

    def __init__(self, folder: Path, width: int = 1500, height: int = 1250) -> None:
        assert PROGRAM is not None
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-port=0"]
        self.process = subprocess.Popen(
            [PROGRAM, *options, f"--window-size={width},{height}", f"--user-data-dir={folder}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.stack = ExitStack()
        self.ids = itertools.count(1)
        self.socket = self._connect(folder / "DevToolsActivePort")

    def _connect(self, port_file: Path) -> ClientConnection:
        for _ in range(300):
            if port_file.is_file() and port_file.read_text().strip():
                break
            time.sleep(0.1)
        port = port_file.read_text().split()[0]
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json", timeout=30) as answer:
            page = next(target for target in json.load(answer) if target["type"] == "page")
        return self.stack.enter_context(connect(page["webSocketDebuggerUrl"], max_size=None))

    def call(self, method: str, **params: Any) -> Any:
        number = next(self.ids)
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            answer = json.loads(self.socket.recv(timeout=60))
            if answer.get("id") == number:
                return answer.get("result", {})

    def text(self) -> str:
        found = self.call("Runtime.evaluate", expression="document.body ? document.body.innerText : ''")
        return str(found["result"].get("value", ""))

    def open(self, url: str, *expected: str, tries: int = 300) -> str:
        """Go to a page and wait until it shows all of ``expected``; its text."""
        self.call("Page.navigate", url=url)
        shown = ""
        for _ in range(tries):
            shown = self.text()
            if all(word in shown for word in expected):
                return shown
            time.sleep(0.2)
        raise TimeoutError(f"{url} does not show {expected}: {shown[:2000]}")

    def picture(self, path: Path, area: tuple[float, ...], settle: float = 4.0) -> None:
        """A picture of a part of the window: left, top, width, height, and how much it is enlarged."""
        time.sleep(settle)
        clip = dict(zip(("x", "y", "width", "height", "scale"), area, strict=True))
        data = self.call("Page.captureScreenshot", format="png", clip=clip)["data"]
        path.write_bytes(base64.b64decode(data))

    def close(self) -> None:
        self.call("Browser.close")
        self.stack.close()
        self.process.wait(30)
