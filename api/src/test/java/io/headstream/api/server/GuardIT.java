package io.headstream.api.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.api.Neo4jServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class GuardIT {
    /** 400 and 405 are said of what is no request at all; the rest of a refusal is 403. */
    private static final Set<Integer> REFUSED = Set.of(400, 403, 405);

    @ParameterizedTest
    @ValueSource(strings = {"Host: evil.example", "Host: localhost:PORT\r\nOrigin: http://evil.example"})
    void however_a_path_is_written_what_comes_from_elsewhere_gets_no_answer(String headers) throws Exception {
        for (String target : Wire.targets(document())) {
            for (String method : Wire.METHODS) {
                refuses(method, target, headers);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost.evil.example",
                "Host: 127.0.0.1.evil.example:8080",
                "Host: evil.example\r\nHost: localhost:PORT",
                "Host: evil.example\r\nX-Forwarded-Host: localhost\r\nForwarded: host=localhost",
                "Host: localhost:PORT\r\nX-Forwarded-For: 192.0.2.1\r\nOrigin: http://192.0.2.1",
                "Host: localhost:PORT\r\nOrigin: null",
                "Host: localhost:PORT\r\nOrigin:",
                "Host: localhost:PORT\r\nOrigin: http://localhost:1",
                "Host: localhost:PORT\r\nOrigin: http://localhost",
                "Host: localhost:PORT\r\nOrigin: http://127.0.0.1:PORT",
                "Host: localhost:PORT\r\nOrigin: https://localhost:PORT",
                "Host: localhost:PORT\r\nOrigin: http://localhost:PORT\r\nOrigin: http://evil.example",
                "Host: localhost:PORT\r\nSec-Fetch-Site: cross-site",
                "Host: localhost:PORT\r\nSec-Fetch-Site: same-site",
                "Host: localhost:PORT\r\n"
                        + "Sec-Fetch-Site: cross-site\r\n"
                        + "Sec-Fetch-Mode: navigate\r\n"
                        + "Sec-Fetch-Dest: iframe"
            })
    void what_another_site_sends_gets_no_answer(String headers) throws Exception {
        for (String method : Wire.METHODS) {
            refuses(method, "/api/traces", headers);
            refuses(method, "/q/openapi", headers);
        }
    }

    private static JsonNode document() throws Exception {
        return Wire.document(given().get("/q/openapi?format=json").asString());
    }

    private static void refuses(String method, String target, String headers) throws Exception {
        String sent = headers.replace("PORT", "" + RestAssured.port);
        if (!OpenToAll.is(method, target)) {
            assertThat(Wire.status(method, target, sent))
                    .as(method + " " + target + " " + sent)
                    .isIn(REFUSED);
        }
    }

    @Test
    void this_machine_s_own_page_and_programs_are_served_without_asking() throws Exception {
        String own = "localhost:" + RestAssured.port;
        assertThat(Wire.status("GET", "/api/queries", "Host: " + own)).isEqualTo(200);
        assertThat(Wire.status("GET", "/api/queries", "Host: " + own, "Origin: http://" + own))
                .isEqualTo(200);
        assertThat(Wire.status("GET", "/api/queries", "Host: " + own, "Sec-Fetch-Site: same-origin"))
                .isEqualTo(200);
        assertThat(Wire.status("GET", "/api/queries", "Host: [::1]:" + RestAssured.port))
                .isEqualTo(200);
        assertThat(Wire.status(
                        "GET",
                        "/api/queries",
                        "Host: " + own,
                        "Sec-Fetch-Site: cross-site",
                        "Sec-Fetch-Mode: navigate",
                        "Sec-Fetch-Dest: document"))
                .isEqualTo(200);
        given().get("/q/metrics").then().statusCode(200);
    }

    @Test
    void the_page_is_the_same_for_all() throws Exception {
        for (String path : new String[] {
            "/", "/index.html", "/favicon.svg", "/trace.schema.json", "/embed/trace/a-b", "/q/health/live"
        }) {
            assertThat(Wire.status("GET", path, "Host: evil.example")).as(path).isEqualTo(200);
        }
    }
}
