"""hostile.sh: sends a Headstream what hostile callers send, and prints what others notice. See hostile.sh for the options."""

import argparse
import shutil
import signal
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import bolt
import connections
import door
import inputs
import statements
import tokenizers
from ledger import Ledger
from server import ROOT, Server, Unready, ask, end_all, say

KINDS = {
    "door": door.without_key,
    "bolt": bolt.strangers,
    "tokenizers": tokenizers.malformed,
    "prompts": inputs.long_prompts,
    "statements": statements.at_once,
    "jobs": inputs.flood,
    "connections": connections.odd,
    "bodies": inputs.malformed,
    "key": door.with_key,
}
HEALTH, ANSWER = 2, 10  # seconds in which others are answered, whatever one caller does
EVERY = 0.5
OTHER = "127.0.0.2"  # another address, so another caller
KEY = "a-key-of-the-hostile-run-7f3a"


class Prober:
    """Another caller, who asks all the time."""

    def __init__(self, server, key):
        self.server, self.key, self.over = server, key, threading.Event()
        self.health, self.answer, self.memory, self.failures = 0.0, 0.0, 0, []
        self.threads = [threading.Thread(target=self.watch, args=(w,), daemon=True)
                        for w in (self.ask_health, self.ask_query, self.ask_statement)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        for thread in self.threads:
            thread.join(35)

    def watch(self, question):
        while not self.over.is_set() and self.server.alive():
            began = time.time()
            try:
                if self.serves():
                    question()
            except OSError as e:
                if self.serves():  # that it ended is told apart
                    self.failures.append(f"{question.__name__}: {e}")
            self.memory = max(self.memory, self.server.resident())
            self.over.wait(max(0, EVERY - (time.time() - began)))

    def serves(self):
        """Not while it is started again, which an attack may do."""
        return self.server.ready and self.server.alive()

    def timed(self, *request):
        began = time.time()
        try:
            return ask(self.server.port, *request, timeout=30, headers=self.key, source=OTHER), time.time() - began
        except OSError as e:
            raise OSError(f"{e} after {time.time() - began:.0f} s") from e

    def ask_health(self):
        (status, _, _), took = self.timed("GET", "/q/health")
        self.health = max(self.health, took)
        if status != 200:
            self.failures.append(f"health {status}")

    def ask_query(self):
        self.ask_one("POST", "/api/queries/models-in-the-graph", {"parameters": {}})

    def ask_statement(self):
        self.ask_one("POST", "/api/cypher", {"statement": "MATCH (t:Trace) RETURN count(t) AS traces"})

    def ask_one(self, *request):
        (status, _, text), took = self.timed(*request)
        self.answer = max(self.answer, took)
        if status != 200:
            self.failures.append(f"{request[1]} {status}: {text[:160].decode(errors='replace')}")


class Run:
    """One server, attacked kind after kind, and the table."""

    def __init__(self, folder, seed):
        self.folder, self.seed, self.failed, self.began = folder, seed, 0, time.time()
        self.models = folder / "models"
        shutil.copytree(ROOT / "models/headstream-sample", self.models / "headstream-sample")
        self.server = None
        self.key = {}

    def serve(self, key=None):
        """The server; another one where it is to have a key."""
        if self.server:
            self.server.stop()
        settings = {"HEADSTREAM_MODELS": str(self.models)} | ({"HEADSTREAM_API_KEY": key} if key else {})
        self.key = {"X-API-Key": key} if key else {}
        self.server = Server(self.folder / "data", **settings)
        self.server.start()
        if not key:
            Ledger(self.server).await_traces(1)

    def kind(self, name, attack):
        """A line of the table. An attack answers how many requests it sent, and what should not have been answered as it was."""
        say(name)
        if not self.server or not self.server.alive():
            self.serve()
        if name == "key":
            self.serve(KEY)
        with Prober(self.server, self.key) as others:
            try:
                sent, wrong = attack(self)
            except OSError as e:
                sent, wrong = 0, [f"the attack itself met {e!r}"]
            end = time.time() + 3
            while time.time() < end and self.server.alive():
                time.sleep(0.2)
        alive = self.server.alive()
        held = alive and not wrong and not others.failures and others.health <= HEALTH and others.answer <= ANSWER
        self.failed += not held
        cells = [
            name, sent, brief(wrong), f"{others.health:.2f}", f"{others.answer:.2f}", brief(others.failures), others.memory,
            "yes" if alive else f"ended with {self.server.process.returncode}: {self.server.last_line()}",
            "held" if held else "**failed**",
        ]
        print("| " + " | ".join(clean(c) for c in cells) + " |", flush=True)
        for each in wrong[:60]:
            say(f"  {each}")

    def log(self):
        """What its own log says after all that: lines, and what should not stand in it."""
        text = self.server.log.read_text(errors="replace")
        frames = sum(line.startswith("\tat ") for line in text.splitlines())
        return len(text.splitlines()), frames, [w for w in (KEY, tokenizers.PROMPT, bolt.GUESS) if w in text]


def brief(list_):
    return f"{len(list_)}, such as {list_[0]}" if list_ else "none"


def clean(cell):
    return "".join(c if c.isprintable() else "?" for c in str(cell))[:330].replace("|", "/")


def at_once(count, work, items):
    """Runs `work` on each item, so many at a time; the answers in order."""
    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(work, items))


def main():
    parser = argparse.ArgumentParser(prog="hostile.sh")
    parser.add_argument("--only", default=",".join(KINDS))
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chosen = arguments.only.split(",")
    if unknown := [name for name in chosen if name not in KINDS]:
        parser.error(f"there is no kind {unknown[0]}; those are {', '.join(KINDS)}")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    folder = Path(tempfile.mkdtemp(prefix="headstream-hostile-"))
    print("| kind | requests | should not have been answered so | worst health in s | worst answer in s | others' failures "
          "| memory in MiB | lives | verdict |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |", flush=True)
    try:
        run = Run(folder, arguments.seed)
        for name, attack in KINDS.items():
            if name in chosen:
                run.kind(name, attack)
        lines, frames, secrets = run.log()
        run.failed += bool(frames or secrets)
        print(f"\n{time.time() - run.began:.0f} s, {run.failed} failed. The log has {lines} lines, {frames} of them stack frames"
              + (f", and it names {', '.join(secrets)}" if secrets else "; no key, prompt or password in it"))
    except Unready as e:
        print(f"\nit did not come back: {e}")
        return 1
    finally:
        end_all()
        shutil.rmtree(folder, ignore_errors=True)
    return 1 if run.failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
