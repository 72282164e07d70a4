package io.headstream.api.server;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/** A server whose database does not answer, and so one that starts soon: for what asks nothing of the graph. With a key. */
public final class Apart implements QuarkusTestProfile {
    static final String KEY = "secret";
    static final Map<String, String> WITHOUT_DATABASE = Map.of(
            "headstream.neo4j.uri",
            "bolt://127.0.0.1:1",
            "headstream.models",
            System.getProperty("headstream.root") + "/models");

    static RequestSpecification withKey() {
        return given().header("X-API-Key", KEY);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(WITHOUT_DATABASE);
        settings.put("headstream.api-key", KEY);
        return settings;
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
