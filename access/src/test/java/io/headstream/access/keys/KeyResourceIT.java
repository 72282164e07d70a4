package io.headstream.access.keys;

import static io.headstream.access.Keyed.SECRET;
import static io.headstream.access.Keyed.add;
import static io.headstream.access.Keyed.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.headstream.access.Keyed;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Keyed.class)
class KeyResourceIT {
    @ConfigProperty(name = "headstream.data")
    Path data;

    @Test
    void a_key_opens_what_its_role_may_and_says_what_it_lacks() {
        String read = add("reader", "read");
        String trace = add("tracer", "trace");
        with(read).get("/api/things").then().statusCode(200).body(equalTo("reader"));
        with(read)
                .post("/api/things")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", containsString("'reader' has the role read; this needs trace or admin"));
        with(trace).post("/api/things").then().statusCode(200).body(equalTo("tracer"));
        with(trace).get("/api/keys").then().statusCode(403).body("detail", containsString("admin"));
        with(trace)
                .get("/route")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", containsString("admin"));
        with(SECRET).get("/route").then().statusCode(200).body(equalTo("route"));
        with(SECRET).get("/api/things").then().statusCode(200).body(equalTo("HEADSTREAM_API_KEY"));
        given().header("Authorization", "Bearer " + read)
                .get("/api/things")
                .then()
                .statusCode(200);
    }

    @Test
    void what_says_nothing_of_roles_is_for_admins() {
        with(add("plain", "trace")).get("/api/things/silent").then().statusCode(403);
        with(SECRET).get("/api/things/silent").then().statusCode(200);
    }

    @Test
    void a_key_that_was_revoked_opens_nothing_at_once() {
        String key = add("leaver", "trace");
        with(key).get("/api/things").then().statusCode(200);
        with(SECRET).delete("/api/keys/leaver").then().statusCode(204);
        with(key).get("/api/things").then().statusCode(401).body("detail", containsString("revoked"));
        with(SECRET).delete("/api/keys/leaver").then().statusCode(404).body("detail", containsString("GET /api/keys"));
    }

    @Test
    void keys_are_listed_without_their_secrets_and_kept_hashed_for_the_owner_alone() throws IOException {
        String key = add("listed", "read");
        with(SECRET)
                .get("/api/keys")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("HEADSTREAM_API_KEY", "listed"))
                .body(not(containsString(key)))
                .body(not(containsString(SECRET)))
                .body(not(containsString("hash")));
        Path file = data.resolve("keys.json");
        assertThat(Files.readString(file)).doesNotContain(key).doesNotContain(SECRET);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new KeyFile(file).read()).anyMatch(kept -> kept.name().equals("listed"));
    }

    @Test
    void a_wrong_name_or_role_is_told() {
        for (Map<String, String> wrong : new Map[] {
            Map.of("name", "a/b", "role", "read"),
            Map.of("name", "127.0.0.1", "role", "read"),
            Map.of("name", "", "role", "read"),
            Map.of("name", "HEADSTREAM_API_KEY", "role", "read"),
            Map.of("name", "someone", "role", "owner"),
            Map.of("name", "someone")
        }) {
            with(SECRET)
                    .contentType("application/json")
                    .body(wrong)
                    .post("/api/keys")
                    .then()
                    .statusCode(400);
        }
        with(SECRET).contentType("application/json").post("/api/keys").then().statusCode(400);
        add("twice", "read");
        with(SECRET)
                .contentType("application/json")
                .body(Map.of("name", "twice", "role", "admin"))
                .post("/api/keys")
                .then()
                .statusCode(409);
        with(SECRET).delete("/api/keys/HEADSTREAM_API_KEY").then().statusCode(409);
    }

    @Test
    void on_anothers_behalf_the_setting_s_key_has_the_other_s_name_and_role() {
        with(SECRET)
                .header("X-Headstream-Caller", "ada")
                .header("X-Headstream-Role", "trace")
                .post("/api/things")
                .then()
                .statusCode(200)
                .body(equalTo("ada"));
        with(SECRET)
                .header("X-Headstream-Caller", "ada")
                .header("X-Headstream-Role", "read")
                .post("/api/things")
                .then()
                .statusCode(403);
        with(SECRET)
                .header("X-Headstream-Caller", "ada")
                .header("X-Headstream-Role", "root")
                .get("/api/things")
                .then()
                .statusCode(403);
        with(add("pretender", "read"))
                .header("X-Headstream-Caller", "ada")
                .header("X-Headstream-Role", "admin")
                .post("/api/things")
                .then()
                .statusCode(403);
    }
}
