package io.headstream.api;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Prompts traced with the sample model, each once, through the same jobs that users start. */
public final class Traced {
    public static final String MARY = "When Mary and John went to the store, John gave a drink to";
    public static final String TOKYO = "The capital of Japan is the city of";

    private static final Map<String, String> TRACES = new ConcurrentHashMap<>();

    private Traced() {}

    /** The trace of a prompt, explaining the target. */
    public static String prompt(String prompt, String target) {
        return TRACES.computeIfAbsent(
                prompt + target, key -> trace(Map.of("prompt", prompt, "target", target, "tags", List.of("test"))));
    }

    /** The trace of a prompt, explaining the target against the distractor. */
    public static String prompt(String prompt, String target, String distractor) {
        return TRACES.computeIfAbsent(
                prompt + target + distractor,
                key -> trace(
                        Map.of("prompt", prompt, "target", target, "distractor", distractor, "tags", List.of("test"))));
    }

    /** The trace of a request as it is. */
    public static String asked(Map<String, Object> request) {
        return TRACES.computeIfAbsent(String.valueOf(new TreeMap<>(request)), key -> trace(request));
    }

    /** The same prompt once more, with a tag of its own, so that a query can be asked of it alone. */
    public static String tagged(String prompt, String target, String tag) {
        return TRACES.computeIfAbsent(
                prompt + target + " #" + tag,
                key -> trace(Map.of("prompt", prompt, "target", target, "tags", List.of(tag))));
    }

    private static String trace(Map<String, Object> request) {
        String job = given().contentType("application/json")
                .body(request)
                .post("/api/jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return await(job).getString("traces[0]");
    }

    /** Reads a model's weights into the graph; again, it finds them there. */
    public static void index(String model) {
        String job = given().post("/api/models/" + model + "/index")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await(job);
    }

    /** A circuit of that name, from six sentences: found soon, as how good it is is no matter here. */
    public static void circuit(String name) {
        List<Map<String, String>> prompts = new ArrayList<>();
        for (String names : List.of("Mary John", "John Mary", "Tom Julia", "Julia Tom", "Anna Paul", "Paul Anna")) {
            String first = names.split(" ")[0];
            String second = names.split(" ")[1];
            prompts.add(Map.of(
                    "prompt",
                    "When " + first + " and " + second + " went to the store, " + second + " gave a drink to",
                    "target",
                    " " + first,
                    "distractor",
                    " " + second));
        }
        String job = given().contentType("application/json")
                .body(Map.of("circuit", Map.of("name", name, "prompts", prompts, "keep", 0.5, "trials", 1, "steps", 1)))
                .post("/api/jobs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await(job);
    }

    /** Cuts a circuit's edges in turn. */
    public static void cutEdges(String circuit) {
        Map<String, Object> sweep = Map.of("of", "edges", "circuit", circuit);
        trace(Map.of("prompt", MARY, "target", " Mary", "distractor", " John", "sweep", sweep));
    }

    /** A job's last state, once it is done: its events end with it. */
    public static JsonPath await(String job) {
        given().get("/api/jobs/" + job + "/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        JsonPath state = given().get("/api/jobs/" + job).jsonPath();
        if (!"done".equals(state.getString("state"))) {
            throw new AssertionError(state.prettify());
        }
        return state;
    }
}
