"""faults.sh: does to a Headstream what happens to servers, and prints what is left. See faults.sh for the options."""

import argparse
import random
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

import damage
import database
import disk
import ending
from ledger import Ledger
from server import Server, Unready, end_all, say

ORDER = ["kill", "stop", "second", "damage", "disk", "readonly", "model", "neo4j"]


class Run:
    """The folder, the randomness and the table of one run."""

    def __init__(self, folder, kills, seed):
        self.folder, self.kills, self.random = folder, kills, random.Random(seed)
        self.failed = 0
        self.starts = []

    def server(self, name, **settings):
        return Server(self.folder / name, **settings)

    def start(self, server, **more):
        took = server.start(**more)
        self.starts.append(took)
        return took

    def line(self, fault, seen, recovered, judgement, ok=True):
        """A line of the table. `recovered`: seconds until it was ready again, or a text. `judgement`: None where nothing was to be judged."""
        if isinstance(recovered, (int, float)):
            recovered = f"{recovered:.1f}"
        sound = ok and (judgement is None or judgement.sound())
        self.failed += not sound
        figures = ["-"] * 4
        if judgement:
            told = judgement.told
            seen += f"; {told[0]}" + (f" (and {len(told) - 1} more)" if len(told) > 1 else "") if told else ""
            figures = [
                str(judgement.half),
                f"{len(judgement.lost)}: {judgement.lost[0]}" if judgement.lost else "0",
                str(judgement.doubled),
                f"wrong in {len(judgement.wrong)}" if judgement.wrong else f"exact in {judgement.traces}",
            ]
        cells = [fault, seen, recovered, *figures, "held" if sound else "**failed**"]
        print("| " + " | ".join(str(c).replace("|", "/").replace("\n", " ").replace(str(self.folder), "DATA") for c in cells) + " |",
              flush=True)

    def refused(self, fault, error):
        """A line for a server that did not come back."""
        self.line(fault, f"did not come back: {error}", "never", None, ok=False)


def kill(run):
    """kill -9 at random points of jobs, a fifth of them while it starts; jobs go on across all of them."""
    server = run.server("data")
    ledger = Ledger(server)
    run.start(server)
    ledger.await_traces(1)
    took, half, doubled, begun = [], 0, 0, 0
    for number in range(run.kills):
        if sum(len(ledger.jobs[j]) for j in ledger.open()) < 4:
            ledger.submit(run.random.randint(3, 6))
            ledger.submit(run.random.randint(2, 4))
        # a prompt that ends the process twice is given up by design: each kill meets another one
        if not ledger.await_traces(ledger.traces() + 1):
            say("no trace within a minute")
        if number % 5 == 4:
            server.kill()
            server.launch()
            time.sleep(run.random.uniform(0, took[-1]))
            begun += 1
        else:
            time.sleep(run.random.uniform(0, 1.5))
        server.kill()
        try:
            took.append(run.start(server))
        except Unready as e:
            return run.refused(f"kill -9, the {number + 1}. of {run.kills}", e)
        judgement = ledger.judge(last=False)
        half, doubled = half + judgement.half, doubled + judgement.doubled
        say(f"kill {number + 1} of {run.kills}: back in {took[-1]:.1f} s, {judgement.traces} traces, "
            f"half {judgement.half}, doubled {judgement.doubled}")
    judgement = ledger.judge()
    judgement.half, judgement.doubled = max(judgement.half, half), max(judgement.doubled, doubled)
    accepted = sum(len(texts) for texts in ledger.jobs.values())
    run.line(
        f"kill -9, {run.kills} times, {begun} of them while it started",
        f"{len(ledger.jobs)} jobs of {accepted} prompts accepted",
        f"median {sorted(took)[len(took) // 2]:.1f}, worst {max(took):.1f}", judgement,
    )
    server.stop()


def second(run):
    """A second process on the folder of one that runs."""
    server = run.server("data")
    ledger = Ledger(server)
    run.start(server)
    job = ledger.submit(4)
    for name, other in {
        "second process, same folder": Server(server.data, offset=1, log=run.folder / "second.log"),
        "second process, same port": Server(run.folder / "elsewhere", offset=0, log=run.folder / "second.log"),
    }.items():
        ok, seen = damage.refusal(other, ("in use",))
        run.line(name, seen, "-", None, ok)
    run.line("the first one meanwhile", f"its job is {(ledger.settle(), ledger.state(job)['state'])[1]}", "-", ledger.judge(),
             server.alive())
    server.stop()


FAULTS = {
    "kill": kill,
    "stop": ending.stop,
    "second": second,
    "damage": damage.store,
    "disk": disk.full,
    "readonly": disk.read_only,
    "model": damage.model,
    "neo4j": database.outside,
}


def main():
    parser = argparse.ArgumentParser(prog="faults.sh")
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", default=",".join(ORDER))
    arguments = parser.parse_args()
    chosen = arguments.only.split(",")
    if unknown := [name for name in chosen if name not in FAULTS]:
        parser.error(f"there is no fault {unknown[0]}; those are {', '.join(ORDER)}")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    folder = Path(tempfile.mkdtemp(prefix="headstream-faults-"))
    run = Run(folder, arguments.kills, arguments.seed)
    began = time.time()
    print("| fault | what was seen | ready again in s | half traces | lost | doubled | sums | verdict |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |", flush=True)
    try:
        for name in (n for n in ORDER if n in chosen):
            say(name)
            try:
                FAULTS[name](run)
            except (OSError, Unready, TimeoutError) as e:
                run.refused(name, e)
            finally:
                end_all()
        starts = sorted(run.starts) or [0]
        print(f"\n{time.time() - began:.0f} s, {len(run.starts)} starts of {starts[len(starts) // 2]:.1f} s (median), "
              f"seed {arguments.seed}, {run.failed} failed")
    finally:
        end_all()
        disk.unmount_all()
        shutil.rmtree(folder, ignore_errors=True)
    return 1 if run.failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
