"""Files that are not as they were left: of the store, of jobs, of a model that is in use."""

import os
import shutil
import subprocess
import time

from ledger import Ledger
from server import PATIENCE, ROOT, Unready

REFUSED_SECONDS = 60 * PATIENCE


def refusal(server, words):
    """Starts what must refuse to: whether it ended in time with a plain message that has one of the words, and what it said."""
    server.launch()
    try:
        code = server.process.wait(REFUSED_SECONDS)
    except subprocess.TimeoutExpired:
        ready = server.is_ready()
        server.kill()
        return False, f"did not end within {REFUSED_SECONDS:.0f} s, {'ready' if ready else 'and was not ready'}: {server.last_line()}"
    text = server.said()
    message = next((line for line in reversed(text.splitlines()) if any(w in line for w in words)), server.last_line())
    frames = text.count("\n\tat ")
    plain = any(w in text for w in words) and not frames and code not in (0, -6, -9, -11, 134, 139)
    return plain, f"refused after {time.time() - server.began:.1f} s with {code}: {message[:220]}" + (
        f" and {frames} stack frames" if frames else "")


def cut(path):
    os.truncate(path, os.path.getsize(path) // 2)


def emptied(path):
    os.truncate(path, 0)


def garbled(path):
    with open(path, "r+b") as file:
        size = os.path.getsize(path)
        file.write(os.urandom(min(size, 8192)))
        file.seek(size // 2)
        file.write(os.urandom(min(size // 2, 8192)))


def gone(path):
    path.unlink()


DAMAGES = [  # files below the data folder, the first that is there; more than one where the database is to have no way round
    ("node store cut in half", cut, ["neostore.nodestore.db"]),
    ("relationship store garbled", garbled, ["neostore.relationshipstore.db"]),
    ("property store emptied", emptied, ["neostore.propertystore.db"]),
    ("store header garbled", garbled, ["neostore"]),
    ("schema store garbled", garbled, ["neostore.schemastore.db"]),
    ("transaction log garbled", garbled, ["neostore.transaction.db.*"]),
    ("transaction log gone", gone, ["neostore.transaction.db.*", "checkpoint.*"]),
    ("counts and ids garbled", garbled, ["neostore.counts.db", "*.id"]),
    ("an index garbled", garbled, ["schema/index/*/*/*"]),
]


def store(run):
    """Damages copies of a sound store, each in one way."""
    server = run.server("data")
    ledger = Ledger(server)
    if not server.data.exists() or not any(server.data.rglob("neostore")):
        run.start(server)
        ledger.submit(3)
        ledger.settle()
    else:
        run.start(server)
        ledger.submit(1)
        ledger.settle()
    server.stop()
    copy = run.server("damaged")
    for name, how, patterns in DAMAGES:
        shutil.rmtree(copy.data, ignore_errors=True)
        shutil.copytree(server.data, copy.data)
        for pattern in patterns:
            for path in sorted(p for p in (copy.data / "neo4j/data").rglob(pattern) if p.is_file() and "system" not in p.parts):
                how(path)
        told(run, name, copy, ledger)
    jobs(run, server, copy, ledger)
    shutil.rmtree(copy.data, ignore_errors=True)


def jobs(run, server, copy, ledger):
    files = [p for p in (server.data / "jobs").rglob("*") if p.is_file()] if (server.data / "jobs").exists() else []
    for name, how in {"files of jobs cut in half": cut, "files of jobs garbled": garbled}.items() if files else ():
        shutil.rmtree(copy.data, ignore_errors=True)
        shutil.copytree(server.data, copy.data)
        for path in files:
            how(copy.data / path.relative_to(server.data))
        told(run, name, copy, ledger, jobs=False)


def told(run, name, copy, ledger, jobs=True):
    """It either says what is damaged and what to do and ends, or mends it and answers rightly; anything between is a failure."""
    here = Ledger(copy)
    here.jobs = dict(ledger.jobs) if jobs else {}
    try:
        took = run.start(copy, seconds=REFUSED_SECONDS)
    except Unready as e:
        text = copy.said()
        said = next((line for line in text.splitlines() if "damaged" in line), "")
        frames = text.count("\n\tat ")
        ended = copy.process.poll() is not None
        copy.kill()
        seen = f"refused: {said[:260]}" if said and ended else str(e)[:260]
        seen += f" and {frames} stack frames" if frames else ""
        return run.line(f"store: {name}", seen, "-", None, bool(said) and ended and not frames)
    try:
        judgement = here.judge()
        judgement.lost = judgement.lost if jobs else []
        run.line(f"store: {name}", "mended at the start" if judgement.sound() else "started without a word", took, judgement)
    except OSError as e:
        run.line(f"store: {name}", f"started; then {str(e)[:220]}", took, None, "damaged" in str(e))
    copy.stop()


def model(run):
    """A model's files are cut while jobs use them, and come back later."""
    models = run.folder / "models"
    shutil.copytree(ROOT / "models/headstream-sample", models / "headstream-sample")
    sound = {f: (models / "headstream-sample" / f).read_bytes() for f in ("model.safetensors", "tokenizer.json", "config.json")}
    for half in ("false", "true"):
        server = run.server(f"model-{half}", HEADSTREAM_MODELS=str(models), HEADSTREAM_HALF_PRECISION=half)
        ledger = Ledger(server)
        run.start(server)
        for file in sound if half == "false" else ["model.safetensors"]:
            cut_in_use(run, server, ledger, models / "headstream-sample" / file, sound[file], half == "true")
        server.stop()


def cut_in_use(run, server, ledger, path, sound, half):
    name = f"{path.name} cut in use" + (", half precision" if half else "")
    ledger.submit(4)
    ledger.await_traces(ledger.traces() + 1)
    cut(path)
    first = None
    try:
        ledger.settle(60)
        first = server.call("POST", "/api/jobs", {"prompt": f"A prompt while {name}, asks for"})
        time.sleep(3)  # it may fail only when it runs
    except OSError as e:
        first = (0, str(e))
    path.write_bytes(sound)
    if not server.alive():
        seen = f"the process ended with {server.process.returncode}: {server.last_line()}"
        run.start(server)
        return run.line(name, seen, "started again by hand", ledger.judge(), False)
    back = time.time()
    try:
        job = ledger.submit(1)
        ledger.settle(60)
        state = ledger.state(job)["state"]
    except OSError as e:
        state = str(e)
    detail = first[1].get("detail", "accepted") if isinstance(first[1], dict) else first[1]
    run.line(name, f"a prompt then: {first[0]} {detail}; once it is back: {state}", time.time() - back, ledger.judge(),
             first[0] in (202, 400) and state == "done")
