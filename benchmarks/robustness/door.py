"""Ways around the door: spellings of a path, with a foreign Host, a foreign Origin, or without the key."""

import json

import raw

SPELLINGS = [
    "/api/{}", "/api;x/{}", "/api;/{}", "/api;x=y;z/{}", "/api/;x/{}", "/api/{};x", "/;x/api/{}", "/;/api/{}", "//api/{}", "/api//{}", "///api///{}",
    "/./api/{}", "/api/./{}", "/x/../api/{}", "/api/x/../{}", "/q/../api/{}", "/q/health/../../api/{}", "/browser/../api/{}", "/assets/..;/api/{}",
    "/..;/api/{}", "/%61pi/{}", "/ap%69/{}", "/%2fapi/{}", "/api%2f{}", "/api%3bx/{}", "/api%3Bx=1/{}", "/%2e/api/{}", "/x/%2e%2e/api/{}",
    "/x/..%2fapi/{}", "/%252e/api/{}", "/API/{}", "/Api/{}", "/api\\{}", "\\api\\{}", "/api%5c{}", "/api/{}/", "/api/{}%20", "/api/{}%00", "/api%00/{}",
    "/api%09/{}", "/api/{}.json", "/api/{}?x=/q/health", "/api/{}#/q/health", "/api/{}%3f", "/ａpi/{}", "api/{}", "http://localhost:{port}/api/{}",
    "http://foreign.example/api/{}", "http://localhost:{port}/api;x/{}", "https://localhost:{port}/api/{}",
]
READS = ["traces", "jobs", "models", "queries", "settings", "completions?type=token&prefix=a"]
WRITES = {
    "cypher": {"statement": "RETURN 1 AS one"},
    "jobs": {"prompt": "sent by a stranger"},
    "queries/models-in-the-graph": {"parameters": {}},
    "models": {"source": "/nowhere"},
}


def wheres(port):
    """Headers that no page and no program of this machine's sends."""
    here = f"Host: localhost:{port}"
    return {
        "Host foreign.example": ["Host: foreign.example"],
        "Host foreign.example with the port": [f"Host: foreign.example:{port}"],
        "Host localhost.foreign.example": [f"Host: localhost.foreign.example:{port}"],
        "Host localhost@foreign.example": ["Host: localhost@foreign.example"],
        "two Hosts": ["Host: foreign.example", here],
        "no Host": [],
        "X-Forwarded-Host localhost": ["Host: foreign.example", f"X-Forwarded-Host: localhost:{port}", "Forwarded: host=localhost"],
        "Origin foreign.example": [here, "Origin: http://foreign.example"],
        "Origin of another port": [here, f"Origin: http://localhost:{port + 1}"],
        "Origin with https": [here, f"Origin: https://localhost:{port}"],
        "Origin null": [here, "Origin: null"],
        "Origin localhost.foreign.example": [here, f"Origin: http://localhost.foreign.example:{port}"],
        "two Origins": [here, f"Origin: http://localhost:{port}", "Origin: http://foreign.example"],
        "Origin without a port": [here, "Origin: http://localhost"],
    }


def opened(status, body):
    """Whether that is an answer of the API's, or a write that went through to it: not a refusal, and not the page."""
    try:
        answer = json.loads(body[body.find(b"{"):body.rfind(b"}") + 1] or b"null")
    except ValueError:
        return False
    if not isinstance(answer, dict):
        return False
    return status < 300 or status in (400, 409, 415, 422) and "/nowhere" in str(answer.get("detail"))


def knock(port, where, headers, spelling, found):
    """Tries each door at this spelling; how many requests that were."""
    for path in READS[:2]:
        status, body = raw.request(port, "GET", spelling.replace("{port}", str(port)).format(path), headers)
        if opened(status, body):
            found.append(f"GET {spelling.format(path, port=port)} with {where}: {status}")
    status, body = raw.request(port, "POST", spelling.format("cypher", port=port), headers, json.dumps(WRITES["cypher"]).encode())
    if opened(status, body):
        found.append(f"POST {spelling.format('cypher', port=port)} with {where}: {status}")
    return 3


def every_door(port, where, headers, found):
    """Each path that reads or writes, as it is spelled and with a path parameter."""
    for spelling in ("/api/{}", "/api;x/{}"):
        for path in READS:
            status, body = raw.request(port, "GET", spelling.format(path), headers)
            if opened(status, body):
                found.append(f"GET {spelling.format(path)} with {where}: {status}")
        for path, what in WRITES.items():
            status, body = raw.request(port, "POST", spelling.format(path), headers, json.dumps(what).encode())
            if opened(status, body):
                found.append(f"POST {spelling.format(path)} with {where}: {status}")
    return 2 * (len(READS) + len(WRITES))


def without_key(run):
    port, sent, found = run.server.port, 0, []
    for where, headers in wheres(port).items():
        sent += every_door(port, where, headers, found)
        for spelling in SPELLINGS:
            if where in ("Host foreign.example", "Origin foreign.example") and not spelling.startswith("http"):
                sent += knock(port, where, headers, spelling, found)
    status, _ = raw.request(port, "GET", "/api/traces", [f"Host: localhost:{port}", f"Origin: http://localhost:{port}"])
    if status != 200:
        found.append(f"the page itself is refused: {status}")
    return sent + 1, found


def with_key(run):
    """The same with a key set: nothing but the short list of what is open answers without it."""
    port, sent, found = run.server.port, 0, []
    here = f"Host: localhost:{port}"
    key = run.key["X-API-Key"]
    wheres = {
        "no key": [here],
        "a wrong key": [here, "X-API-Key: wrong"],
        "an empty key": [here, "X-API-Key:"],
        "half the key": [here, f"X-API-Key: {key[:12]}"],
        "a wrong cookie": [here, "Cookie: session=x; headstream=x; headstream-session=x; JSESSIONID=x"],
        "Basic": [here, "Authorization: Basic YWRtaW46YWRtaW4="],
        "a forwarded loopback": [here, "X-Forwarded-For: 127.0.0.1", "Forwarded: for=127.0.0.1"],
    }
    for where, headers in wheres.items():
        sent += every_door(port, where, headers, found)
    for spelling in SPELLINGS:
        sent += knock(port, "no key", [here], spelling, found)
    for path in (f"/api/traces?api_key={key}", f"/api/traces?X-API-Key={key}", f"/api/traces?key={key}", "/q/openapi", "/q/metrics",
                 "/q/swagger-ui/", "/browser-files/favourites.cypher"):
        status, body = raw.request(port, "GET", path, [here])
        sent += 1
        if status == 200 and not body.lstrip().startswith(b"<") and path != "/browser-files/favourites.cypher":
            found.append(f"GET {path.replace(key, 'KEY')} with no key: {status}")
    guesses = [raw.request(port, "GET", "/api/traces", [here, f"X-API-Key: guess-{i}"])[0] for i in range(40)]
    if guesses.count(429) == 0:
        found.append(f"40 guesses in a row are not slowed down: {sorted(set(guesses))}")
    return sent + len(guesses), found
