"""Neo4j as a process of its own, stopped and started during a job."""

import os
import signal
import socket
import subprocess
import time

from ledger import Ledger
from server import BOLT_PORT, PATIENCE, ROOT, running

OFFSET = 3


class Neo4j:
    """The database that the application brings, without the application."""

    def __init__(self, folder):
        self.folder, self.port = folder, BOLT_PORT + OFFSET

    def start(self):
        java = os.path.join(os.environ.get("JAVA_HOME") or "", "bin/java")
        command = [java if os.access(java, os.X_OK) else "java", "-Xmx1g",
                   "-cp", f"{ROOT}/standalone/target/quarkus-app/lib/main/*", ROOT / "benchmarks/robustness/Neo4j.java"]
        with open(f"{self.folder}.log", "ab") as out:
            self.process = subprocess.Popen([*command, self.folder, str(self.port)], stdout=out, stderr=out,
                                            stdin=subprocess.DEVNULL, start_new_session=True)
        running.append(self.process)
        end = time.time() + 60 * PATIENCE
        while time.time() < end and self.process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.2)
        raise OSError("Neo4j as a process of its own did not start")

    def end(self, number):
        self.process.send_signal(number)
        self.process.wait(60)


def outside(run):
    neo4j = Neo4j(run.folder / "outside")
    neo4j.start()
    server = run.server("unused", HEADSTREAM_NEO4J_URI=f"bolt://localhost:{neo4j.port}", HEADSTREAM_NEO4J_PASSWORD="none")
    ledger = Ledger(server)
    run.start(server)
    for name, number in {"stopped": signal.SIGTERM, "killed": signal.SIGKILL}.items():
        job = ledger.submit(6)
        ledger.await_traces(ledger.traces() + 2)
        neo4j.end(number)
        time.sleep(5)
        try:
            status, answer = server.call("POST", "/api/cypher", {"statement": "RETURN 1"}, timeout=30)
            meanwhile = f"{status} {answer.get('detail', '') if isinstance(answer, dict) else answer}"
        except OSError as e:
            meanwhile = str(e)
        neo4j.start()
        back = time.time()
        while time.time() < back + 60 * PATIENCE and not answers(ledger):
            time.sleep(0.3)
        recovered = time.time() - back
        state = (ledger.settle(90), ledger.state(job))[1]
        last = ledger.submit(1)
        ledger.settle(60)
        run.line(f"Neo4j of its own {name} during a job, started 5 s later",
                 f"a question meanwhile: {meanwhile}; the job is {state and state['state']}; a new one is {ledger.state(last)['state']}",
                 recovered, ledger.judge(), server.alive() and meanwhile.startswith("503") and ledger.state(last)["state"] == "done")
    server.stop()
    neo4j.end(signal.SIGTERM)


def answers(ledger):
    try:
        return ledger.traces() >= 0
    except OSError:
        return False
