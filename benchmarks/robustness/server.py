"""The built application as users start it: a process of its own on a data folder of its own."""

import http.client
import json
import os
import signal
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PORT = int(os.environ.get("HEADSTREAM_PORT", "8099"))
BOLT_PORT = int(os.environ.get("HEADSTREAM_BOLT_PORT", "7699"))
PATIENCE = float(os.environ.get("HEADSTREAM_PATIENCE", "1"))  # more on a machine that has other work: how long is waited, not what holds
READY_SECONDS = 120 * PATIENCE
running = []  # ended when the command ends, however it does


class Unready(Exception):
    """It ended, or did not get ready in time."""


def say(text):
    import sys

    print(f"[{time.strftime('%H:%M:%S')}] {text}", file=sys.stderr, flush=True)


def ask(port, method, path, body=None, timeout=30, headers=None, source=None):
    """Status, headers and body of one request; raises OSError where there is no answer in time."""
    connection = http.client.HTTPConnection(
        "127.0.0.1", port, timeout=timeout, source_address=(source, 0) if source else None
    )
    try:
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        given = {"Host": f"localhost:{port}"} | ({"Content-Type": "application/json"} if data is not None else {})
        connection.request(method, path, data, given | (headers or {}))
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    except http.client.HTTPException as e:
        raise OSError(f"no sound answer: {e!r}") from e
    finally:
        connection.close()


class Server:
    def __init__(self, data, offset=0, log=None, **settings):
        self.data = Path(data)
        self.port, self.bolt = PORT + offset, BOLT_PORT + offset
        self.log = Path(log or f"{data}.log")
        self.settings = settings
        self.process = None
        self.ready = False

    def launch(self):
        """Starts it without waiting."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("HEADSTREAM_", "HF_", "QUARKUS_"))}
        environment |= {
            "HEADSTREAM_PORT": str(self.port),
            "HEADSTREAM_BOLT_PORT": str(self.bolt),
            "HEADSTREAM_DATA": str(self.data),
            "HF_HOME": f"{self.log}.hf",  # nobody's own models
            "HF_HUB_OFFLINE": "1",
        } | self.settings
        self.began, self.ready = time.time(), False
        self.said_before = self.log.stat().st_size if self.log.exists() else 0
        with open(self.log, "ab") as out:
            self.process = subprocess.Popen(
                [ROOT / "headstream", "serve", "--no-open"], env=environment, stdout=out, stderr=out,
                stdin=subprocess.DEVNULL, start_new_session=True,
            )
        running.append(self.process)
        return self

    def start(self, seconds=READY_SECONDS):
        """Starts it and waits until it is ready; the seconds that took."""
        self.launch()
        return self.await_ready(seconds)

    def await_ready(self, seconds=READY_SECONDS):
        while time.time() < self.began + seconds:
            if self.process.poll() is not None:
                raise Unready(f"ended with {self.process.returncode}: {self.last_line()}")
            if self.is_ready():
                self.ready = True
                return time.time() - self.began
            time.sleep(0.1)
        raise Unready(f"not ready after {seconds} s: {self.last_line()}")

    def is_ready(self):
        try:
            return ask(self.port, "GET", "/q/health/ready", timeout=2)[0] == 200
        except OSError:
            return False

    def said(self):
        """What it printed since its last start."""
        with open(self.log, "rb") as log:
            log.seek(self.said_before)
            return log.read().decode(errors="replace")

    def last_line(self):
        lines = [line for line in self.said().splitlines() if line.strip() and not line.startswith(("\t", "    "))]
        return (lines or ["(nothing said)"])[-1][:300]

    def alive(self):
        return self.process is not None and self.process.poll() is None

    def signal(self, number, seconds=60):
        """Sends a signal, waits for the end; the seconds that took. What still runs then is killed."""
        began, self.ready = time.time(), False
        if self.alive():
            self.process.send_signal(number)
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        return time.time() - began

    def kill(self):
        return self.signal(signal.SIGKILL)

    def stop(self):
        return self.signal(signal.SIGTERM)

    def call(self, method, path, body=None, timeout=60, **more):
        """Status and JSON (or text) of one request to it."""
        status, _, text = ask(self.port, method, path, body, timeout, **more)
        try:
            return status, json.loads(text)
        except ValueError:
            return status, text.decode(errors="replace")

    def rows(self, statement, **parameters):
        status, answer = self.call(
            "POST", "/api/cypher", {"statement": statement, "parameters": parameters, "limit": 10_000}
        )
        if status != 200:
            raise OSError(f"{status}: {answer}")
        return answer["rows"]

    def resident(self):
        """MiB of memory, 0 where the system does not tell."""
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text()
            return int(status.split("VmRSS:")[1].split()[0]) // 1024
        except (OSError, IndexError):
            return 0


def end_all():
    for process in running:
        if process.poll() is None:
            process.kill()
            process.wait()
