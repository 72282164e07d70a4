"""Being told to end: SIGTERM in the middle of a batch, Ctrl+C, and SIGTERM before it is ready."""

import http.client
import signal
import threading
import time

from ledger import Ledger

HANDED_BACK = 10  # seconds that a prompt in work may still take
CLOSED = 15  # and the database


class Listener(threading.Thread):
    """Follows a job's events, as the page does."""

    def __init__(self, server, job):
        super().__init__(daemon=True)
        self.server, self.job = server, job
        self.last, self.at, self.closed = "", 0.0, 0.0

    def run(self):
        connection = http.client.HTTPConnection("localhost", self.server.port, timeout=60)
        try:
            connection.request("GET", f"/api/jobs/{self.job}/events")
            response = connection.getresponse()
            while line := response.readline():
                if line.startswith(b"data:"):
                    self.last, self.at = line[5:].decode().strip(), time.time()
            self.closed = time.time()  # an end in order, not a cut
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()


def stop(run):
    server = run.server("data")
    ledger = Ledger(server)
    for name, number in {"SIGTERM during a batch": signal.SIGTERM, "Ctrl+C during a batch": signal.SIGINT}.items():
        run.start(server)
        job = ledger.submit(8)
        listener = Listener(server, job)
        listener.start()
        ledger.await_traces(ledger.traces() + 1)
        time.sleep(run.random.uniform(0, 1))
        told = time.time()
        took = server.signal(number)
        listener.join(5)
        last_word = listener.at >= told and listener.closed > 0
        seen = (f"ended in {took:.1f} s with {server.process.returncode}; its listener "
                f"{'got a last event' if last_word else 'was cut off without a last event'}")
        frames = server.said().count("\n\tat ")
        recovered = run.start(server)
        cut = "cut off" in server.said()
        seen += f"; {frames} stack frames in the log" if frames else ""
        seen += "; the next start speaks of a run that was cut off" if cut else ""
        ok = took <= HANDED_BACK + CLOSED and last_word and not cut and not frames
        run.line(name, seen, recovered, ledger.judge(), ok)
        server.stop()
    while_it_starts(run, server, ledger)


def while_it_starts(run, server, ledger):
    seen, ok = [], True
    for _ in range(2):
        server.launch()
        time.sleep(run.random.uniform(1, run.starts[-1]))
        took = server.stop()
        ok &= took <= HANDED_BACK + CLOSED
        seen.append(f"ended in {took:.1f} s with {server.process.returncode}")
    recovered = run.start(server)
    run.line("SIGTERM while it starts, twice", "; ".join(seen), recovered, ledger.judge(), ok)
    server.stop()
