"""Too much, and what is not what it should be: long prompts, floods of jobs, malformed bodies."""

import json
import time
from concurrent.futures import ThreadPoolExecutor

import raw
from server import ask

LONG = 3_900_000
PATIENCE = 120


def answers(port, requests, at_once, timeout=60):
    """What each of (method, path, body) is answered: status (0 for none) and text."""

    def one(request):
        try:
            status, headers, text = ask(port, *request, timeout=timeout)
            return status, headers, text.decode(errors="replace")
        except OSError as e:
            return 0, {}, str(e)

    with ThreadPoolExecutor(at_once) as pool:
        return list(pool.map(one, requests))


def long_prompts(run):
    texts = {
        "letters": "a" * LONG, "spaces": " " * LONG, "words": "Mary gave " * (LONG // 10), "signs": "\u00e9" * (LONG // 2),
        "pictures": "\U0001f600" * (LONG // 4), "lines": "\n" * (LONG // 2), "endoftext": "<|endoftext|>" * (LONG // 13), "digits": "0123456789" * (LONG // 10),
    }
    bodies = {f"a prompt of {n}": {"prompt": t} for n, t in texts.items()}
    bodies |= {
        "prompts, short and many": {"prompts": ["a b"] * 600_000},
        "prompts, long and some": {"prompts": ["Mary gave " * 20_000] * 19},
        "tokens": {"tokens": [5] * 1_200_000},
        "a target": {"prompt": "Mary", "target": texts["words"]},
        "a distractor": {"prompt": "Mary", "target": " John", "distractor": texts["signs"]},
        "tags, long": {"prompt": "Mary", "tags": [texts["letters"]]},
        "tags, many": {"prompt": "Mary", "tags": ["t"] * 900_000},
        "a model's name": {"prompt": "Mary", "model": texts["letters"]},
    }
    found, sent = [], 0
    names = list(bodies)
    for group in (names[:8], names[:8], names[8:]):  # eight at once; twice those that end up in the encoder
        requests = [("POST", "/api/jobs", json.dumps(bodies[n], ensure_ascii=False).encode()) for n in group]
        for name, (status, _, text) in zip(group, answers(run.server.port, requests, len(requests))):
            if status not in (400, 413, 429, 503) or '"detail"' not in text:
                found.append(f"{name}: {status} {text[:120]}")
            if status == 202:
                ask(run.server.port, "DELETE", f"/api/jobs/{json.loads(text)['id']}")
        sent += len(requests)
        if not run.server.alive():
            return sent, [*found, "the process ended"]
    big = {"statement": "RETURN size($p) AS n", "parameters": {"p": texts["letters"][:LONG - 100_000]}}
    sent += 8
    for status, _, text in answers(run.server.port, [("POST", "/api/cypher", json.dumps(big).encode())] * 8, 8):
        if status not in (200, 400, 413, 429, 503):
            found.append(f"a parameter: {status} {text[:120]}")
    return sent, found


def flood(run):
    """Jobs of a thousand prompts until it says stop; meanwhile another caller has a prompt traced."""
    port, found, accepted = run.server.port, [], []
    prompts = [f"Mary gave {i} drinks to" for i in range(1000)]
    statuses = []
    for group in range(5):
        requests = [("POST", "/api/jobs", {"prompts": prompts, "detail": "stream", "tags": [f"flood-{group}"]})] * 8
        for status, headers, text in answers(port, requests, 8):
            statuses.append(status)
            if status == 202:
                accepted.append(json.loads(text)["id"])
            elif status not in (429, 503) or "Retry-After" not in headers:
                found.append(f"a job of 1,000 prompts: {status} {text[:120]}, Retry-After {headers.get('Retry-After')}")
    if not accepted:
        found.append("a batch of a thousand prompts is refused on loopback")
    if 429 not in statuses:
        found.append(f"{len(accepted)} jobs of 1,000 prompts accepted, none was told to wait")
    found += other(run)
    for job in accepted:
        ask(port, "DELETE", f"/api/jobs/{job}", headers=run.key)
    return len(statuses) + len(accepted) + 1, found


def other(run):
    began = time.time()
    try:
        status, _, text = ask(run.server.port, "POST", "/api/jobs", {"prompt": "Another caller asks for one trace of"}, source="127.0.0.2")
        if status != 202:
            return [f"another caller's job: {status} {text[:120]}"]
        job = json.loads(text)
        while job["state"] not in ("done", "failed", "cancelled") and time.time() < began + PATIENCE:
            time.sleep(0.5)
            job = json.loads(ask(run.server.port, "GET", f"/api/jobs/{job['id']}", source="127.0.0.2")[2])
        return [] if job["state"] == "done" else [f"another caller's job is {job['state']} after {time.time() - began:.0f} s"]
    except OSError as e:
        return [f"another caller's job: {e}"]


BODIES = [
    ("jobs", b"[]"), ("jobs", b"null"), ("jobs", b"{}"), ("jobs", b""), ("jobs", b'"x"'), ("jobs", b"7"), ("jobs", b"{"), ("jobs", b'{"prompt": "x"'),
    ("jobs", b'{"prompts": [null]}'), ("jobs", b'{"prompts": []}'), ("jobs", b'{"prompts": {}}'), ("jobs", b'{"prompts": [["x"]]}'),
    ("jobs", b'{"prompts": ["x", null]}'), ("jobs", b'{"prompt": null}'), ("jobs", b'{"prompt": ["x"]}'), ("jobs", b'{"prompt": "x", "tags": [null]}'),
    ("jobs", b'{"prompt": "x", "tags": "y"}'), ("jobs", b'{"prompt": "x", "tags": [["y"]]}'), ("jobs", b'{"prompt": "x", "tags": [""]}'),
    ("jobs", b'{"tokens": [1.5]}'), ("jobs", b'{"tokens": [null]}'), ("jobs", b'{"tokens": ["1"]}'), ("jobs", b'{"tokens": [-1]}'), ("jobs", b'{"tokens": [true]}'),
    ("jobs", b'{"tokens": [99999999999999999999]}'), ("jobs", b'{"tokens": [1e400]}'), ("jobs", b'{"tokens": [3000000000]}'), ("jobs", b'{"tokens": []}'),
    ("jobs", b'{"prompt": "x", "distracter": " y"}'), ("jobs", b'{"prompt": "x", "Target": " y"}'), ("jobs", b'{"prompt": "x", "steps": 1.5}'),
    ("jobs", b'{"prompt": "x", "steps": "many"}'), ("jobs", b'{"prompt": "x", "detail": "everything"}'), ("jobs", b'{"prompt": "x", "position": 1e9}'),
    ("jobs", b'{"prompt": "x", "position": 0.5}'), ("jobs", b'{"prompt": "x", "force": "perhaps"}'), ("jobs", b'{"prompt": "x", "model": 7.5}'),
    ("jobs", b'{"prompt": "\xff\xfe"}'), ("jobs", b'{"prompt": "x"} {"prompt": "y"}'), ("jobs", b"[" * 100_000), ("jobs", b'{"a":' * 50_000),
    ("jobs", b'{"prompt": "\\ud800"}'), ("jobs", b'{"prompt": 1' + b"0" * 100_000 + b"}"), ("jobs", b"\xff\xfe{\x00}\x00"), ("jobs", b'{"prompt": "x", "shares": null, "x": NaN}'),
    ("cypher", b"[]"), ("cypher", b"{}"), ("cypher", b'{"statement": null}'), ("cypher", b'{"statement": ""}'), ("cypher", b'{"statement": ["RETURN 1"]}'),
    ("cypher", b'{"statement": "RETURN 1 AS x", "limit": "abc"}'), ("cypher", b'{"statement": "RETURN 1 AS x", "limit": -1}'),
    ("cypher", b'{"statement": "RETURN 1 AS x", "limit": 1.5}'), ("cypher", b'{"statement": "RETURN 1 AS x", "limit": 1e99}'),
    ("cypher", b'{"statement": "RETURN 1 AS x", "parameters": []}'), ("cypher", b'{"statement": "RETURN 1 AS x", "paramters": {}}'),
    ("cypher", b'{"statement": "RETURN $x AS x", "parameters": {"x": 1e999}}'), ("cypher", b'{"statement": "RETURN $x AS x", "parameters": {"x": ' + b"9" * 400 + b"}}"),
    ("cypher/plan", b"[]"), ("cypher/export?format=zip", b'{"statement": "RETURN 1 AS x"}'), ("queries/logit-lens", b"[]"), ("queries/logit-lens", b'{"parameters": [null]}'),
    ("queries/logit-lens", b'{"parameters": {"trace": 5}}'), ("queries/logit-lens", b'{"parameters": {"trace": null, "none": 1}}'), ("queries/none", b"{}"),
    ("queries/nearest-traces", b'{"parameters": {"limit": "abc"}}'), ("models", b"[]"), ("models", b"{}"), ("models", b'{"source": null}'), ("models", b'{"source": "\\u0000"}'),
    ("models", b'{"source": "../../../etc"}'), ("models", b'{"source": "a/b/c/d"}'), ("import", b"[]"), ("import", b"{}"), ("import", b"null"), ("import?replace=perhaps", b"{}"),
    ("import", b'{"trace": {"id": null}}'), ("import", b"[" * 100_000), ("models/none/index", b"[]"),
]
PATHS = [
    "traces?limit=abc", "traces?limit=-1", "traces?limit=1e9", "traces?limit=99999999999999999999", "traces?after=%00", "traces?tag=%ff", "traces/none", "traces/%00",
    "traces/latest/flow?threshold=abc", "traces/latest/flow?threshold=NaN", "traces/latest/flow?layers=z", "traces/latest/flow?positions=9-1", "traces/latest/flow?detail=x",
    "traces/latest/export?format=exe", "completions?type=none", "completions?type=token&limit=abc", "compare", "compare?left=latest&right=latest&by=x",
    "compare?left=tag:&right=", "compare?left=latest&right=latest&limit=abc", "jobs/none", "jobs/none/events", "models/..%2f..%2fetc", "traces/latest/activations/%00", "traces/latest/sum?node=x",
]


def malformed(run):
    """Each gets an answer below 500 that says what is wrong; a mistake is never accepted in silence."""
    port, found = run.server.port, []
    here = [f"Host: localhost:{port}"]
    for path, body in BODIES:
        status, answer = raw.request(port, "POST", f"/api/{path}", here, body)
        judge(f"POST {path} {body[:60].decode(errors='replace')}", status, answer, found)
    for path in PATHS:
        status, answer = raw.request(port, "GET", f"/api/{path}", here)
        judge(f"GET {path}", status, answer, found)
    odd = [
        [*here, "Content-Type: text/plain"], [*here, "Content-Type: application/xml"], [*here, "Content-Encoding: gzip"],
        [*here, "Content-Type: application/json; charset=utf-99"], [*here, "Accept: image/png"], [*here, "Accept: ???"],
    ]
    for headers in odd:
        status, answer = raw.request(port, "POST", "/api/jobs", headers, b'{"prompt": ""}')
        judge(f"POST jobs with {headers[-1]}", status, answer, found, detail=False)
    return len(BODIES) + len(PATHS) + len(odd), found


FINE = ("models/none/index", "queries/logit-lens {", "position\": 1e9", "GET traces?tag=", "GET compare?left=tag:", "GET traces?after")  # may be sound


def judge(what, status, answer, found, detail=True):
    text = answer.decode(errors="replace")
    if status >= 500 or status == 0 or (detail and status >= 400 and ('"detail"' not in text or '"detail":""' in text)):
        found.append(f"{what}: {status} {text[-200:]}")
    elif status < 300 and not any(f in what for f in FINE):
        found.append(f"{what}: accepted with {status}")
