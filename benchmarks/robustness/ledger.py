"""What was submitted, against what the graph and the list of jobs then hold."""

import time

from server import PATIENCE

FINAL = ("done", "failed", "cancelled")
SHARES, DLA = 1e-4, 1e-3  # how exact sums are: the bounds of the test of sums-check


class Ledger:
    """The jobs that a server accepted. Prompts are numbered, so that each can be found again."""

    serial = 0

    def __init__(self, server):
        self.server = server
        self.jobs = {}
        self.whole = set()  # traces judged before, until the last judgement

    def submit(self, prompts, **more):
        """Submits a job of so many prompts that occur nowhere else; its id."""
        texts = []
        for _ in range(prompts):
            Ledger.serial += 1
            texts.append(f"Mary and John went to shop {Ledger.serial}, John gave a drink to")
        status, answer = self.server.call("POST", "/api/jobs", {"prompts": texts} | more)
        if status != 202:
            raise OSError(f"a job was answered {status}: {answer}")
        self.jobs[answer["id"]] = texts
        return answer["id"]

    def state(self, job):
        """The job's record; None where there is none."""
        status, answer = self.server.call("GET", f"/api/jobs/{job}")
        return answer if status == 200 else None

    def traces(self):
        return self.server.rows("MATCH (t:Trace) RETURN count(t)")[0][0]

    def await_traces(self, count, seconds=60):
        """Waits until so many traces are stored."""
        end = time.time() + seconds * PATIENCE
        while time.time() < end:
            if self.traces() >= count:
                return True
            time.sleep(0.1)
        return False

    def open(self):
        """Jobs that have a record and are not over."""
        return [j for j in self.jobs if (s := self.state(j)) and s["state"] not in FINAL]

    def settle(self, seconds=120):
        """Waits until no job is under way."""
        end = time.time() + seconds * PATIENCE
        while self.open() and time.time() < end:
            time.sleep(0.3)

    def judge(self, last=True):
        """A Judgement; `last`: all is over, so that what has no trace is lost, and every trace is looked at again."""
        if last:
            self.settle()
            self.whole.clear()
        prompts = {}
        for trace, prompt in self.server.rows("MATCH (t:Trace) RETURN t.id, t.prompt"):
            prompts.setdefault(prompt, []).append(trace)
        doubled = sum(len(traces) - 1 for traces in prompts.values())
        lost, told = [], []
        for job, texts in self.jobs.items() if last else ():
            record = self.state(job)
            missing = [text for text in texts if text not in prompts]
            if record and record["state"] == "failed" and record.get("error"):
                told += [f"{len(missing)} told: {record['error']}"]
            elif record is None or record["state"] != "done":
                lost += [f"job {record and record['state'] or 'forgotten'}, {len(missing)} of {len(texts)} prompts untraced"]
            elif missing or len(record["traces"]) != len(texts):
                lost += [f"job done, but {len(missing)} prompts untraced"]
        fresh = [t for traces in prompts.values() for t in traces if t not in self.whole]
        wrong = [t for t in fresh if not self.adds_up(t)]
        half = self.half(fresh)
        self.whole.update(set(fresh) - set(wrong) if not half else ())
        return Judgement(len(prompts), half, lost, doubled, wrong, told)

    def half(self, traces, tries=3):
        """How many of these lack nodes or relationships, and nodes that lack their trace."""
        found = 0
        for _ in range(tries):  # a commit that is under way is seen in part: looked at again
            found = sum(
                self.server.rows(HALF, ids=traces[i : i + 20])[0][0] for i in range(0, len(traces), 20)
            ) + self.server.rows(ORPHANS)[0][0]
            if not found:
                return 0
            time.sleep(2)
        return found

    def adds_up(self, trace):
        status, answer = self.server.call(
            "POST", "/api/queries/sums-check", {"parameters": {"trace": trace, "limit": 5}}
        )
        if status != 200:
            raise OSError(f"sums-check was answered {status}: {answer}")
        at = {name: i for i, name in enumerate(answer["columns"])}
        return bool(answer["rows"]) and all(
            abs(row[at["total"]] - 1) < SHARES
            and (row[at["dla"]] is None or abs(row[at["dla"]] - row[at["dlaOfParts"]]) < DLA)
            for row in answer["rows"]
        )


class Judgement:
    def __init__(self, traces, half, lost, doubled, wrong, told):
        self.traces, self.half, self.lost, self.doubled, self.wrong, self.told = (
            traces, half, lost, doubled, wrong, told,
        )

    def sound(self):
        return not (self.half or self.lost or self.doubled or self.wrong)


HALF = """
MATCH (t:Trace) WHERE t.id IN $ids
WITH t, 1 + COUNT { (:Activation {trace: t.id}) } + COUNT { (:Position {trace: t.id}) } AS nodes,
     COUNT { (t)-->() } + COUNT { (:Activation {trace: t.id})-->() } + COUNT { (:Position {trace: t.id})-->() } AS relationships
WHERE nodes <> t.nodes OR relationships <> t.relationships
RETURN count(t)
"""
ORPHANS = """
MATCH (a:Activation) WITH a.trace AS id, count(*) AS nodes
WHERE NOT EXISTS { (:Trace {id: id}) }
RETURN count(id)
"""
