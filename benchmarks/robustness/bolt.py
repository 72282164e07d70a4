"""Strangers at the database's own port: pages of other sites by WebSocket, programs without a password, guesses."""

import base64
import os
import socket
import struct

GUESS = "a-guess-of-the-hostile-run"
VERSIONS = b"\x60\x60\xb0\x17" + bytes([0, 0, 1, 5] + 12 * [0])  # 5.1: logs on in a message of its own
HELLO, LOGON, RUN, PULL = 0x01, 0x6A, 0x10, 0x3F
SUCCESS = 0x70


def packed(value):
    if isinstance(value, str):
        data = value.encode()
        return bytes([0xD0, len(data)]) + data
    if isinstance(value, int):
        return struct.pack("b", value)
    return bytes([0xA0 + len(value)]) + b"".join(packed(k) + packed(v) for k, v in value.items())


def message(tag, *fields):
    data = bytes([0xB0 + len(fields), tag]) + b"".join(packed(f) for f in fields)
    return struct.pack(">H", len(data)) + data + b"\0\0"


class Talk:
    """A conversation in Bolt, plain or within a WebSocket whose page has this origin."""

    def __init__(self, port, origin=None):
        self.socket = socket.create_connection(("127.0.0.1", port), 5)
        self.wrapped, self.rest = origin is not None, b""
        if origin is not None:
            key = base64.b64encode(os.urandom(16)).decode()
            self.socket.sendall((f"GET / HTTP/1.1\r\nHost: localhost:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                 f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\nOrigin: {origin}\r\n\r\n").encode())
            answer = self.socket.recv(4096)
            if b" 101 " not in answer.split(b"\r\n")[0]:
                raise PermissionError("no WebSocket")

    def send(self, data):
        if self.wrapped:
            mask = os.urandom(4)
            length = bytes([0x80 | len(data)]) if len(data) < 126 else bytes([0xFE]) + struct.pack(">H", len(data))
            data = b"\x82" + length + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(data))
        self.socket.sendall(data)

    def receive(self):
        data = self.socket.recv(65536)
        if not data:
            raise PermissionError("closed")
        return data[4 if len(data) > 1 and data[1] == 126 else 2:] if self.wrapped else data

    def succeeds(self, *messages):
        """Whether the last of these is answered with success."""
        answer = b""
        for each in messages:
            self.send(each)
            answer = self.receive()
        while len(answer) < 4:
            answer += self.receive()
        return answer[3] == SUCCESS


def lets_in(port, origin=None, **logon):
    """Whether a node can be asked for that way."""
    try:
        talk = Talk(port, origin)
    except OSError:
        return False
    try:
        talk.send(VERSIONS)
        if talk.receive()[:4] == bytes(4):
            return False
        if not talk.succeeds(message(HELLO, {"user_agent": "stranger/1"}), message(LOGON, logon)):
            return False
        return talk.succeeds(message(RUN, "MATCH (n) RETURN count(n)", {}, {}))
    except OSError:
        return False
    finally:
        talk.socket.close()


def strangers(run):
    port, found, sent = run.server.bolt, [], 0
    nobody = {"scheme": "none"}
    ways = [({}, nobody)] + [({"origin": origin}, nobody) for origin in
                             ("http://foreign.example", "null", f"http://localhost:{run.server.port + 1}", "file://", "")]
    basic = [{"scheme": "basic", "principal": user, "credentials": word}
             for user in ("neo4j", "headstream", "admin") for word in ("", "neo4j", "headstream", "password", "none")]
    ways += [({}, b) for b in basic] + [({"origin": "http://foreign.example"}, b) for b in basic[:3]]
    for how, logon in ways:
        sent += 1
        if lets_in(port, **how, **logon):
            found.append(f"Bolt {how or 'plain'} with {logon}: let in")
    for number in range(60):  # a lock-out would be of somebody: of Headstream itself, at worst
        sent += 1
        user = ("neo4j", "headstream")[number % 2]
        if lets_in(port, scheme="basic", principal=user, credentials=f"{GUESS}-{number}"):
            found.append(f"a guess for {user}: let in")
    for garbage in (b"\0" * 64, os.urandom(4096), VERSIONS + b"\xff\xff" + os.urandom(65535), b"GET / HTTP/1.1\r\n\r\n"):
        sent += 1
        try:
            with socket.create_connection(("127.0.0.1", port), 5) as s:
                s.sendall(garbage)
        except OSError:
            pass
    return sent, found
