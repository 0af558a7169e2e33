"""JupyterLab with a profile of its own, and a notebook in it as a reader uses it."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import quote

SETTINGS = {
    # No news and no question for updates: they ask the network.
    "@jupyterlab/apputils-extension/notification.jupyterlab-settings": {
        "fetchNews": "false",
        "checkForUpdates": False,
        "doNotDisturbMode": True,
    },
    "@jupyterlab/docmanager-extension/plugin.jupyterlab-settings": {"autosave": False},
    # Every cell is drawn, also those out of sight.
    "@jupyterlab/notebook-extension/tracker.jupyterlab-settings": {"windowingMode": "none"},
}
CONTROLS = ".jp-OutputArea-output .jupyter-widgets"

# What the page knows of the notebook, and what the kernel says outside of cells.
LOOK = """() => {
  const panel = window.jupyterapp?.shell?.currentWidget;
  const kernel = panel?.sessionContext?.session?.kernel;
  if (!kernel || !panel.content?.widgets?.length) return null;
  if (window.heardFrom !== kernel.id) {
    window.heardFrom = kernel.id;
    window.heard = [];
    kernel.anyMessage.connect((_, {msg, direction}) => {
      const comm = (msg.parent_header?.msg_type || '').startsWith('comm_');
      if (direction === 'recv' && comm && msg.header.msg_type === 'error')
        window.heard.push(msg.content.ename + ': ' + msg.content.evalue);
    });
  }
  const cells = panel.content.widgets.filter(w => w.model.type === 'code'
    && w.model.sharedModel.getSource().trim());
  return {
    status: kernel.status,
    waiting: cells.filter(w => w.model.executionCount == null
      || /\\*/.test(w.promptNode?.textContent)).length,
    errors: cells.flatMap(w => w.model.sharedModel.outputs
      .filter(o => o.output_type === 'error').map(o => o.ename + ': ' + o.evalue)),
    heard: window.heard,
  };
}"""


class Lab:
    """``jupyter lab`` on a folder; only the processes it started are ended."""

    def __init__(self, root: Path, home: Path) -> None:
        self.root = root
        self.log = home / "jupyterlab.log"
        self.token = secrets.token_hex(16)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.url = f"http://127.0.0.1:{free.getsockname()[1]}"
        for name, value in SETTINGS.items():
            path = home / "settings" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(value), encoding="utf-8")
        environment = os.environ | {
            "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
            "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
            "JUPYTER_CONFIG_DIR": str(home / "config"),
            "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
            "JUPYTER_DATA_DIR": str(home / "data"),
        }
        with self.log.open("w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [
                    sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root",
                    "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={self.url.rsplit(':', 1)[1]}",
                    "--ServerApp.port_retries=0", f"--ServerApp.token={self.token}",
                    f"--ServerApp.root_dir={root}", "--LabApp.expose_app_in_browser=True",
                ],
                cwd=root, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True,
            )  # fmt: skip

    def wait(self, seconds: float = 90) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            with (
                contextlib.suppress(OSError),
                urllib.request.urlopen(f"{self.url}/api?token={self.token}", timeout=5),
            ):
                return
            time.sleep(0.2)
        raise RuntimeError(f"JupyterLab did not start:\n{self.log.read_text('utf-8')[-2000:]}")

    def stop(self) -> None:
        for sign in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, sign)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(10)
                return


class Notebook:
    def __init__(self, page, lab: Lab, name: str) -> None:
        self.page = page
        page.goto(f"{lab.url}/lab/tree/{quote(name)}?token={lab.token}&reset")
        self._until(lambda now: now["status"] == "idle", "the kernel did not start", 90)
        page.evaluate("() => window.jupyterapp.shell.collapseLeft()")

    def run_all(self, seconds: float = 150) -> None:
        self.page.locator(".lm-MenuBar-item", has=self.page.get_by_text("Run", exact=True)).click()
        self.page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click()
        self._until(
            lambda now: now["status"] == "idle" and (not now["waiting"] or now["errors"]),
            "not finished",
            seconds,
        )
        self.page.wait_for_timeout(800)

    def use_every_control(self, most: int = 8) -> int:
        """Choose every value, tick every box, press every toggle; how many uses that made."""
        uses = 0
        for box in self.page.locator(f"{CONTROLS} select").all():
            for i in range(min(box.locator("option").count(), most)):
                box.select_option(index=i)
                uses += self._settled()
            box.select_option(index=0)
            uses += self._settled()
        for button in self.page.locator(f"{CONTROLS} .widget-toggle-buttons button").all():
            button.click()
            uses += self._settled()
        for box in self.page.locator(f"{CONTROLS} input[type=checkbox]:visible").all():
            box.click()
            box.click()
            uses += self._settled()
        return uses

    def problems(self) -> list[str]:
        """What a reader would see go wrong."""
        now = self.page.evaluate(LOOK)
        shown = self.page.locator(".jp-OutputArea-output").all_inner_texts()
        told = ("Error displaying widget", "Loading widget", "This could not be shown")
        not_drawn = [text[:300] for text in shown if any(sign in text for sign in told)]
        broken = self.page.evaluate(
            "() => [...document.querySelectorAll('.jp-OutputArea-output img')]"
            ".filter(i => !i.naturalWidth).map(i => 'a picture not drawn: ' + i.alt)"
        )
        return now["errors"] + now["heard"] + not_drawn + broken

    def close(self) -> None:
        with contextlib.suppress(Exception):
            self.page.evaluate(
                "() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()"
            )

    def _settled(self) -> int:
        self.page.wait_for_timeout(100)
        self._until(lambda now: now["status"] == "idle", "a control kept the kernel busy", 60)
        return 1

    def _until(self, enough, otherwise: str, seconds: float) -> None:
        end = time.monotonic() + seconds
        calm = 0
        while calm < 2:
            dialog = self.page.locator(".jp-Dialog button.jp-mod-accept")
            if dialog.count():
                dialog.first.click()
            now = self.page.evaluate(LOOK)
            calm = calm + 1 if now and enough(now) else 0
            if time.monotonic() > end:
                raise AssertionError(f"{otherwise} within {seconds:.0f} s: {now}")
            self.page.wait_for_timeout(150)
