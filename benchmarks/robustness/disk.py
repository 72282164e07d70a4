"""The disk under the data folder: filled from outside, or not to be written."""

import errno
import os
import subprocess
import time

import damage
from ledger import Ledger
from server import PATIENCE, Unready, say

MIB = 1 << 20
SIZE_MIB = 700
ROOM_SECONDS = 60 * PATIENCE  # once there is room, until it goes on by itself
mounted = []


def small_disk(folder):
    """Mounts a disk of memory there; False where this may not be done."""
    folder.mkdir(parents=True)
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE_MIB}m", "headstream-faults", folder],
                          capture_output=True, check=False)
    if done.returncode == 0:
        mounted.append(folder)
    return done.returncode == 0


def unmount_all():
    for folder in mounted:
        subprocess.run(["umount", "-l", folder], capture_output=True, check=False)
    mounted.clear()


def fill(file):
    """Writes until not a byte is left."""
    with open(file, "ab", buffering=0) as out:
        block = bytes(MIB)
        while block:
            try:
                out.write(block)
            except OSError as e:
                if e.errno != errno.ENOSPC:
                    raise
                block = block[: len(block) // 2]


def full(run):
    """Somebody else fills the disk while a job writes, then makes room."""
    folder = run.folder / "small"
    if not small_disk(folder):
        print("| disk filled from outside | skipped: no file system can be mounted here | - | - | - | - | - | skipped |")
        return
    server = run.server("small/data", log=run.folder / "small.log")
    ledger = Ledger(server)
    run.start(server)
    ledger.await_traces(1)
    ledger.submit(8)
    ledger.await_traces(ledger.traces() + 2)
    end = time.time() + 20 * PATIENCE
    while time.time() < end and server.alive() and ledger_open(ledger):
        fill(folder / "filler")  # again and again: the database frees a little by itself
        time.sleep(0.2)
    state = "runs" if server.alive() else f"ended with {server.process.returncode}: {server.last_line()}"
    say(f"disk full: it {state}")
    (folder / "filler").unlink()
    seen, recovered, ok = back(run, server, ledger)
    judgement = ledger.judge() if ok else None
    run.line("disk filled from outside during a job, then freed", f"while full it {state}; {seen}", recovered, judgement, ok)
    server.stop()
    at_start(run, server, ledger, folder)


def ledger_open(ledger):
    try:
        return ledger.open()
    except OSError:
        return True


def back(run, server, ledger):
    """Whether a new job is done without a hand; an orderly end counts, since whatever runs services starts them again."""
    freed, restarted = time.time(), ""
    while time.time() < freed + ROOM_SECONDS:
        if not server.alive():
            if restarted:
                return f"{restarted}; ended again: {server.last_line()}", "never", False
            restarted = f"ended with {server.process.returncode}: {server.last_line()}; started again"
            try:
                run.start(server)
            except Unready as e:
                return f"{restarted}: {e}", "never", False
        try:
            job = ledger.submit(1)
            ledger.settle(30)
            if ledger.state(job)["state"] == "done":
                return restarted or "went on by itself", time.time() - freed, True
            del ledger.jobs[job]  # told, or under way on a database that has given up
        except OSError as e:
            say(f"not yet: {e}")
        time.sleep(1)
    return f"{restarted}; runs, but no job is done {ROOM_SECONDS:.0f} s after there was room: {server.last_line()}", "never", False


def at_start(run, server, ledger, folder):
    fill(folder / "filler")
    ok, seen = damage.refusal(server, ("full", "space"))
    (folder / "filler").unlink()
    recovered = run.start(server)
    run.line("disk full at the start, then freed", seen, recovered, ledger.judge(), ok)
    server.stop()


def read_only(run):
    """A data folder that cannot be written."""
    folder = run.folder / "locked"
    server = run.server("locked/data", log=run.folder / "locked.log")
    if small_disk(folder):
        def lock(mode):
            subprocess.run(["mount", "-o", f"remount,{mode}", folder], check=True)
    elif os.geteuid() != 0:
        def lock(mode):
            for parent, _, files in os.walk(folder):
                for path in [parent, *(os.path.join(parent, f) for f in files)]:
                    os.chmod(path, os.stat(path).st_mode & ~0o222 | (0o200 if mode == "rw" else 0))
    else:
        print("| read-only data folder | skipped: root writes everywhere, and nothing can be mounted here | - | - | - | - | - | skipped |")
        return
    ledger = Ledger(server)
    lock("ro")
    ok, seen = damage.refusal(server, ("cannot be written",))
    run.line("read-only where the data folder is to be made", seen, "-", None, ok)
    lock("rw")
    run.start(server)
    ledger.submit(1)
    ledger.settle()
    server.stop()
    lock("ro")
    ok, seen = damage.refusal(server, ("cannot be written",))
    lock("rw")
    recovered = run.start(server)
    run.line("read-only data folder of an earlier run", seen, recovered, ledger.judge(), ok)
    server.stop()
