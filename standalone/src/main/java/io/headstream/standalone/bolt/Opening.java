package io.headstream.standalone.bolt;

import io.vertx.core.buffer.Buffer;

/**
 * The beginning of a connection over Bolt (<a href="https://neo4j.com/docs/bolt/current/bolt/">its specification</a>): the handshake, HELLO, and LOGON,
 * which is replaced by another. What comes after it is passed on as it is. Not for several threads.
 */
final class Opening {
    private static final int MAGIC = 0x6060_B017;
    private static final int HANDSHAKE = 20;
    private static final int MOST_BYTES = 16 * 1024;
    private static final byte HELLO = 0x01;
    private static final byte LOGON = 0x6A;

    private final Buffer logon;
    private Buffer waiting = Buffer.buffer();
    private Step step = Step.HANDSHAKE;
    private long seen;

    private enum Step {
        HANDSHAKE,
        HELLO,
        LOGON,
        OPEN
    }

    /** {@code logon}: a whole message, in chunks, that is sent instead of the client's. */
    Opening(Buffer logon) {
        this.logon = logon;
    }

    boolean isOver() {
        return step == Step.OPEN;
    }

    /**
     * Takes what a client sent, in whatever pieces.
     *
     * @return what is to be sent to the database now; empty if more is needed to know
     * @throws Refused if this is not how a connection begins
     */
    Buffer take(Buffer bytes) {
        if (isOver()) {
            return bytes;
        }
        seen += bytes.length();
        waiting.appendBuffer(bytes);
        Buffer out = Buffer.buffer();
        while (!isOver() && next(out)) {
            // as far as whole messages go
        }
        if (isOver()) {
            out.appendBuffer(waiting);
            waiting = Buffer.buffer();
        } else if (seen > MOST_BYTES) {
            throw new Refused("no LOGON within " + MOST_BYTES + " bytes");
        }
        return out;
    }

    private boolean next(Buffer out) {
        if (step == Step.HANDSHAKE) {
            if (waiting.length() < HANDSHAKE) {
                return false;
            }
            out.appendBuffer(proposals(pass(HANDSHAKE)));
            step = Step.HELLO;
            return true;
        }
        int end = endOfMessage();
        if (end < 0) {
            return false;
        }
        Buffer message = pass(end);
        if (isEmpty(message)) {
            out.appendBuffer(message); // a sign of life
        } else if (step == Step.HELLO) {
            expect(message, HELLO);
            out.appendBuffer(message);
            step = Step.LOGON;
        } else {
            expect(message, LOGON);
            out.appendBuffer(logon);
            step = Step.OPEN;
        }
        return true;
    }

    private Buffer pass(int length) {
        Buffer taken = waiting.getBuffer(0, length);
        waiting = waiting.getBuffer(length, waiting.length());
        return taken;
    }

    // earlier versions log on within HELLO, and a manifest of versions would make the handshake longer: neither is
    // offered
    private static Buffer proposals(Buffer handshake) {
        if (handshake.getInt(0) != MAGIC) {
            throw new Refused("not Bolt");
        }
        Buffer offered = handshake.copy();
        for (int at = Integer.BYTES; at < HANDSHAKE; at += Integer.BYTES) {
            int range = handshake.getUnsignedByte(at + 1);
            int minor = handshake.getUnsignedByte(at + 2);
            boolean logsOn = handshake.getUnsignedByte(at + 3) == 5 && minor >= 1;
            offered.setInt(at, logsOn ? Math.min(range, minor - 1) << 16 | minor << 8 | 5 : 0);
        }
        return offered;
    }

    // chunks of a length and as many bytes, then one of length 0
    private int endOfMessage() {
        int at = 0;
        while (at + Short.BYTES <= waiting.length()) {
            int length = waiting.getUnsignedShort(at);
            at += Short.BYTES + length;
            if (length == 0) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isEmpty(Buffer message) {
        return message.length() == Short.BYTES;
    }

    // a structure of one field, then what it is; the first chunk may hold less
    private static void expect(Buffer message, byte signature) {
        boolean expected = message.getUnsignedShort(0) >= 2
                && message.getByte(Short.BYTES) == (byte) 0xB1
                && message.getByte(Short.BYTES + 1) == signature;
        if (!expected) {
            throw new Refused("not the message that begins a connection");
        }
    }

    /** A client that speaks otherwise than Neo4j Browser does. */
    static final class Refused extends RuntimeException {
        Refused(String why) {
            super(why);
        }
    }
}
