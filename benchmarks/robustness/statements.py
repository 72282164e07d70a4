"""Statements that compute, multiply or plan without bound, 4, 8 and 16 at once."""

import random
import threading

from server import ask

L = "range(1, 100000)"
COMPUTING = [
    f"WITH {L} AS l RETURN [é IN l | [ü IN l | é + ü]] AS m",
    f"WITH {L} AS l RETURN [`a b` IN l | [`c``d` IN l | `a b` + `c``d`]] AS m",
    f"WITH {L} AS `l l` RETURN[x IN`l l`|[y IN`l l`|x*y]]AS m",
    f"WITH {L} AS l RETURN /* [ */ [变 IN l /* ] */ | // [\n [量 IN l | 变 + 量]] AS m",
    f"WITH {L} AS l RETURN size([a IN l WHERE any(b IN l WHERE all(c IN l WHERE c + b > a - 1)) | a]) AS n",
    "RETURN reduce(ß = 0, ж IN range(1, 1000000000000) | ß + ж) AS n",
    "RETURN reduce(`s` = 0, `i` IN range(1, 1000000000) | `s` + size(toString(`i`))) AS n",
    "RETURN size(reduce(s = 'aaaaaaaa', i IN range(1, 40) | s + s)) AS n",
    "RETURN reduce(l = [1], i IN range(1, 40) | l + l) AS l",
    "WITH 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' AS `é` RETURN `é` =~ '(a|aa)+b' AS n",
    "MATCH (t:Token) WHERE t.text + 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(.|.a|a)*(a+)+b' RETURN count(t) AS n",
    "RETURN range(0, 2000000000) AS r",
    "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(*) AS n",
    "UNWIND range(1, 100000000) AS a RETURN collect(a) AS l",
    "UNWIND range(1, 3000000) AS a RETURN DISTINCT toString(a) + 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' AS l ORDER BY l DESC",
    "MATCH (a), (b), (c) RETURN count(*) AS n",
    "MATCH (a:Token), (b:Token), (c:Token) WHERE a.text + b.text = c.text RETURN count(*) AS n",
    "MATCH p = (:Trace)-[*1..20]-() RETURN count(p) AS n",
    "MATCH p = (:Token)-[*]-(:Token) RETURN p LIMIT 100000000",
    "MATCH (a:Residual) MATCH (b:Residual) MATCH p = allShortestPaths((a)-[*..12]-(b)) WHERE a <> b RETURN count(p) AS n",
    "MATCH (a:Activation) WITH collect(a) AS l RETURN [x IN l | [y IN l | x.norm + y.norm]] AS m",
    "MATCH (a:Activation) RETURN reduce(s = '', x IN [y IN range(1, 100000) | toString(y)] | s + x) AS s",
    "CALL { UNWIND range(1, 1000000000) AS x RETURN x } RETURN avg(x) AS n",
    "UNWIND range(1, 100000) AS x CALL { WITH x UNWIND range(1, x) AS y RETURN sum(y) AS s } RETURN sum(s) AS n",
    "RETURN size(replace(replace(replace(reduce(s = 'a', i IN range(1, 24) | s + s), 'a', 'aaaaaaaaaa'), 'a', 'aaaaaaaaaa'), 'a', 'aa')) AS n",
    "RETURN size(split(reduce(s = 'a,', i IN range(1, 26) | s + s), ',')) AS n",
    "RETURN toString(reduce(m = {a: 1}, i IN range(1, 30) | {a: m, b: m})) AS m",
]
PLANNING = [
    "MATCH " + ", ".join(f"(n{i}:Activation)--(n{i + 1})" for i in range(14)) + " RETURN count(*) AS n",
    "MATCH " + ", ".join(f"(a{i}:Token {{id: {i}}})--(b)" for i in range(16)) + " RETURN count(*) AS n",
    "MATCH (n) WHERE " + " XOR ".join(f"(n.a{i} = {i} AND n.b{i} = {i})" for i in range(60)) + " RETURN count(*) AS n",
    "MATCH (n:Token) WHERE " + " AND ".join(f"(n.id = {i} OR n.text = '{i}' OR n.x = {i})" for i in range(20)) + " RETURN count(*) AS n",
    "RETURN " + "(" * 95 + "1" + ")" * 95 + " AS n",
    "MATCH " + ", ".join(f"(n{i})-[r{i}*1..3]-(n{(i * 7 + 3) % 9})" for i in range(9)) + " RETURN count(*) AS n",
    "MATCH (a)((x)-[:ADDS_TO|READ_BY]-(y)){1,30}(b) MATCH (b)((z)--(w)){1,30}(c) RETURN count(*) AS n",
    "MATCH (n) WHERE EXISTS { MATCH (n)--(m) WHERE EXISTS { MATCH (m)--(o) WHERE COUNT { (o)--()--()--()--() } > 1000000 } } RETURN count(n) AS n",
]
MISTAKES = [  # a user's mistake: a 400 that names it, not a server that cannot be reached
    "RETURN substring('abc', -1) AS s",
    "MATCH (t:Trace) WITH t LIMIT 1 MATCH p = shortestPath((t)-[*]-(t)) RETURN p",
    "UNWIND [1] AS x CALL { RETURN 1 AS y } IN {a: 2}.a CONCURRENT TRANSACTIONS RETURN y",
    "RETURN left('abc', -1) AS s",
    "RETURN range(1, 10, 0) AS s",
    "RETURN 1 / 0 AS s",
    "RETURN 9223372036854775807 + 1 AS s",
    "RETURN 'a' =~ '(' AS s",
    "RETURN date('not a date') AS s",
    "RETURN duration({nothing: 1}) AS s",
    "RETURN point({x: 1}) AS s",
    "RETURN [1, 2][toInteger('x')..'y'] AS s",
    "RETURN toInteger({}) AS s",
    "MATCH (t:Trace) RETURN t LIMIT -1",
    "MATCH (t:Trace) RETURN t SKIP 'a'",
    "RETURN percentileCont(1, 2) AS s",
    "RETURN $missing AS s",
    "UNWIND [1, 2] AS x RETURN head(collect(x)) + {} AS s",
    "RETURN vector.similarity.cosine([1], [1, 2]) AS s",
    "CALL db.index.fulltext.queryNodes('none', '+++') YIELD node RETURN node",
    "RETURN datetime.fromepoch('x', 1) AS s",
    "MATCH (t:Trace) WHERE t.prompt STARTS WITH 1 / 0 RETURN t",
    "`LOAD CSV` AS x",
    "WITH 1 AS `x` LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row",
    "WITH 1 AS `x`LOAD CSV FROM 'http://localhost:1/' AS row RETURN row",
    "MATCH (t:Trace) SET t.`é` = 1",
    "MATCH (t:Trace)DETACH DELETE t",
    "RETURN 1 AS `a`CREATE (n)",
]
LEAVES = 12  # seconds until the hostile caller gives up a round and sends the next


def at_once(run):
    chance, port = random.Random(run.seed), run.server.port
    found, sent = mistakes(port), len(MISTAKES)
    rounds = [[COMPUTING[0]] * 4] + [chance.sample(COMPUTING, n) for n in (4, 8, 16)] + [PLANNING, chance.sample(COMPUTING + PLANNING, 16)]
    for statements in rounds:
        answers = []
        threads = [threading.Thread(target=send, args=(port, s, answers), daemon=True) for s in statements]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(LEAVES + 20)
        sent += len(statements)
        found += [a for a in answers if a]
        if not run.server.alive():
            return sent, [*found, f"the process ended during {len(statements)} at once"]
    return sent, found


def send(port, statement, answers):
    try:
        status, _, text = ask(port, "POST", "/api/cypher", {"statement": statement}, timeout=LEAVES)
        body = text.decode(errors="replace")
        if status not in (200, 400, 413, 429, 503, 504) or "cannot be reached" in body or "session has expired" in body.lower():
            answers.append(f"{statement[:60]}: {status} {body[:160]}")
    except OSError:
        pass  # it gave up; what it left behind is what others notice


def mistakes(port):
    found = []
    for statement in MISTAKES:
        try:
            status, _, text = ask(port, "POST", "/api/cypher", {"statement": statement}, timeout=20)
            answer = text.decode(errors="replace")
        except OSError as e:
            status, answer = 0, str(e)
        fine = status == 400 and '"detail"' in answer or status == 200 and "SET" not in statement and "LOAD" not in statement
        if not fine:
            found.append(f"{statement}: {status} {answer[:200]}")
    return found
