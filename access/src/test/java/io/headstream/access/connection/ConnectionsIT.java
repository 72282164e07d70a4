package io.headstream.access.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.headstream.access.LogLines;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With real sockets, and time-outs of a second instead of a minute. */
@QuarkusTest
@TestProfile(ConnectionsIT.Impatient.class)
class ConnectionsIT {

    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "headstream.connection.head", "1s",
                    "headstream.connection.body", "3s",
                    "headstream.connection.heartbeat", "300ms",
                    "quarkus.http.read-timeout", "1s");
        }
    }

    @Test
    void half_open_connections_are_closed_and_nobody_waits_for_them() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Socket socket = open();
            if (i % 2 == 0) {
                send(socket, "GET /api/things HTTP/1.1\r\nHost: local");
            }
            sockets.add(socket);
        }
        given().get("/api/things").then().statusCode(200);
        for (Socket socket : sockets) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            socket.close();
        }
    }

    @Test
    void a_head_that_trickles_in_has_no_more_time_than_one_that_does_not_come() throws Exception {
        try (Socket socket = open()) {
            send(socket, "GET /api/things HTTP/1.1\r\nHost: localhost\r\n");
            assertThat(isClosedWhileTrickling(socket)).isTrue();
        }
    }

    @Test
    void a_body_that_trickles_in_is_not_waited_for() throws Exception {
        try (Socket socket = open()) {
            send(
                    socket,
                    "POST /api/session HTTP/1.1\r\n"
                            + "Host: localhost\r\n"
                            + "Content-Type: application/json\r\n"
                            + "Content-Length: 1000\r\n\r\n");
            assertThat(isClosedWhileTrickling(socket)).isTrue();
        }
    }

    @Test
    void a_body_that_does_not_come_on_is_its_caller_s_fault() throws Exception {
        try (Socket socket = open();
                LogLines lines = new LogLines()) {
            send(
                    socket,
                    "POST /api/things/read HTTP/1.1\r\n"
                            + "Host: localhost\r\n"
                            + "Content-Type: application/json\r\n"
                            + "Content-Length: 1000\r\n\r\n{");
            // there is no answer to who has not asked yet
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
            Thread.sleep(500);
            assertThat(lines.text()).isEqualTo("WARNING the listener listens null");
        }
    }

    @Test
    void a_connection_that_is_kept_open_for_another_request_is_closed_when_none_comes() throws Exception {
        try (Socket socket = open()) {
            send(socket, "GET /api/things HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void an_answer_that_takes_its_time_is_waited_for() {
        given().get("/api/things/slow").then().statusCode(200);
    }

    @Test
    void a_stream_of_events_says_that_it_lives() throws Exception {
        try (Socket socket = open()) {
            send(socket, "GET /api/things/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n");
            StringBuilder read = new StringBuilder();
            byte[] buffer = new byte[1024];
            while (read.indexOf("tick") < 0) {
                int count = socket.getInputStream().read(buffer);
                assertThat(count).isPositive();
                read.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
            }
            assertThat(read.toString().split("\r\n:\n\n", -1)).hasSizeGreaterThan(4);
        }
    }

    private static Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean isClosedWhileTrickling(Socket socket) throws Exception {
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < end) {
            try {
                send(socket, "x");
            } catch (SocketException closed) {
                return true;
            }
            Thread.sleep(200);
        }
        return false;
    }
}
