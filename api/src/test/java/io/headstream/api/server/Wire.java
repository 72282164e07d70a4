package io.headstream.api.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Requests as bytes on a socket, since clients mend the spelling of a path before they send it. */
final class Wire {
    static final List<String> METHODS = List.of("GET", "POST", "DELETE");

    private Wire() {}

    /** One line of an answer matters here: its status. */
    static int status(String method, String target, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(10_000);
            String request = method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    /** Every path of the OpenAPI document and what is served beside it, whatever they are by now, each in many spellings. */
    static Set<String> targets(JsonNode document) {
        Set<String> paths =
                new LinkedHashSet<>(List.of("/q/metrics", "/q/openapi", "/q/swagger-ui/", "/api", "/nothing"));
        document.path("paths").fieldNames().forEachRemaining(path -> paths.add(path.replaceAll("\\{[^}]*\\}", "x")));
        Set<String> targets = new LinkedHashSet<>();
        paths.forEach(path -> targets.addAll(spellings(path)));
        return targets;
    }

    static JsonNode document(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static List<String> spellings(String path) {
        int second = path.indexOf('/', 1) < 0 ? path.length() : path.indexOf('/', 1);
        String first = path.substring(0, second);
        String rest = path.substring(second);
        List<String> spellings = new ArrayList<>(List.of(
                path,
                path + ";x=1",
                path + "/;x",
                path + "?x=1",
                path + "/",
                path + "/.",
                first + ";x" + rest,
                first + ";" + rest,
                first + "/" + rest,
                first + "/." + rest,
                first + "/y/.." + rest,
                "/assets/.." + path,
                "/assets/..;" + path,
                "/assets/%2e%2e" + path,
                "/;x" + path,
                "/" + path,
                "//x/.." + path,
                "/%" + Integer.toHexString(path.charAt(1)) + path.substring(2),
                "/%" + Integer.toHexString(path.charAt(1)).toUpperCase(Locale.ROOT) + path.substring(2),
                path.toUpperCase(Locale.ROOT),
                first + "%2f" + (rest.isEmpty() ? "" : rest.substring(1)),
                first + "%3bx" + rest,
                path + "%00",
                path + "%20",
                "http://localhost" + path));
        spellings.add(path.replace("/", "\\"));
        return spellings;
    }
}
