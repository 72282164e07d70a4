package io.headstream.access.turns;

import static org.assertj.core.api.Assertions.assertThat;

import io.headstream.access.Things;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With real sockets of two addresses, and two turns at a time. */
@QuarkusTest
@TestProfile(FairTurnsIT.Two.class)
class FairTurnsIT {
    private static final String GREEDY = "127.0.0.1";
    private static final String OTHER = "127.0.0.9";

    public static final class Two implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("headstream.requests-at-a-time", "2");
        }
    }

    @BeforeEach
    void nobody_has_asked() {
        Things.SLOW.set(0);
    }

    @Test
    void those_who_ask_much_at_once_wait_for_themselves_and_nobody_else_does() throws Exception {
        List<Socket> greedy = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            greedy.add(ask(GREEDY, "/api/things/slow"));
        }
        try (Socket other = ask(OTHER, "/api/things")) {
            assertThat(answer(other)).startsWith("HTTP/1.1 200");
        }
        assertThat(Things.SLOW).hasValueLessThanOrEqualTo(2);
        for (Socket socket : greedy) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("slow");
            socket.close();
        }
        assertThat(Things.SLOW).hasValue(6);
    }

    @Test
    void a_request_whose_caller_has_gone_before_its_turn_is_not_begun() throws Exception {
        List<Socket> two = List.of(ask(GREEDY, "/api/things/slow"), ask(GREEDY, "/api/things/slow"));
        while (Things.SLOW.get() < 2) {
            Thread.sleep(20);
        }
        for (int i = 0; i < 20; i++) {
            ask(GREEDY, "/api/things/slow").close();
        }
        try (Socket last = ask(GREEDY, "/api/things")) {
            assertThat(answer(last)).startsWith("HTTP/1.1 200");
        }
        for (Socket socket : two) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
            socket.close();
        }
        assertThat(Things.SLOW).hasValue(2);
    }

    @Test
    void a_body_is_there_when_its_turn_comes() throws Exception {
        List<Socket> two = List.of(ask(GREEDY, "/api/things/slow"), ask(GREEDY, "/api/things/slow"));
        while (Things.SLOW.get() < 2) {
            Thread.sleep(20);
        }
        List<Socket> posts = new ArrayList<>();
        for (int size : new int[] {3, 40_000}) {
            String body = IntStream.range(0, size).boxed().toList().toString();
            posts.add(send(
                    GREEDY,
                    "POST /api/things/read HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                            + body));
        }
        assertThat(answer(posts.get(0))).startsWith("HTTP/1.1 200").endsWith("\r\n3");
        assertThat(answer(posts.get(1))).startsWith("HTTP/1.1 200").endsWith("\r\n40000");
        for (Socket socket : two) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
            socket.close();
        }
    }

    @Test
    void a_stream_of_events_takes_no_turn() throws Exception {
        List<Socket> streams = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            streams.add(ask(GREEDY, "/api/things/events"));
        }
        for (Socket stream : streams) {
            assertThat(stream.getInputStream().read()).isEqualTo('H');
        }
        try (Socket last = ask(GREEDY, "/api/things")) {
            assertThat(answer(last)).startsWith("HTTP/1.1 200");
        }
        for (Socket stream : streams) {
            stream.close();
        }
    }

    private static Socket ask(String from, String path) throws IOException {
        return send(from, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    private static Socket send(String from, String request) throws IOException {
        Socket socket =
                new Socket(InetAddress.getByName("127.0.0.1"), RestAssured.port, InetAddress.getByName(from), 0);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
