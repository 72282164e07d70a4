package io.headstream.api.still;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Pictures of real stories by the page's own script, in the engine that the server has. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class StoryPictureIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 30;

    @Test
    void every_component_that_is_shown_is_a_pill_with_its_name_and_sign() throws Exception {
        JsonNode story =
                JSON.readTree(given().get("/api/traces/" + mary() + "/story").asString());
        List<JsonNode> shown = StreamSupport.stream(story.get("components").spliterator(), false)
                .filter(part -> part.get("from").asInt() <= SHOWN)
                .toList();
        Map<String, Element> pills = elements(svg("count=" + SHOWN), "g")
                .filter(group -> group.hasAttribute("data-pill"))
                .collect(Collectors.toMap(group -> group.getAttribute("data-pill"), group -> group));
        assertThat(shown).hasSizeGreaterThan(SHOWN / 2);
        assertThat(pills.keySet())
                .isEqualTo(shown.stream().map(part -> part.get("id").asText()).collect(Collectors.toSet()));
        assertThat(shown).allSatisfy(part -> {
            String text = pills.get(part.get("id").asText()).getTextContent();
            String name = part.get("layer").asInt() + "."
                    + (part.has("head") ? part.get("head").asText() : "mlp");
            assertThat(text).startsWith(name).endsWith(part.get("effect").asDouble() < 0 ? "−" : "+");
        });
    }

    @Test
    void it_says_what_it_is_of_and_what_its_marks_mean() throws Exception {
        String words = svg("theme=light").getDocumentElement().getTextContent();
        assertThat(words)
                .contains("When Mary and John went to the store", "␣Mary rather than ␣John", "headstream-sample")
                .contains("supports ␣Mary", "works against it", "moves the query", "would say")
                .contains("components = ", "copies the answer");
        assertThat(svg("captions=false").getDocumentElement().getTextContent()).doesNotContain("copies the answer");
    }

    @Test
    void it_is_a_file_of_its_own_without_a_script_in_the_colours_that_are_asked_for() throws Exception {
        String dark = given().get("/api/traces/latest/story.svg?theme=dark&width=900&height=500")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml;charset=UTF-8")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Disposition", containsString("-story.svg"))
                .extract()
                .asString();
        assertThat(dark).contains("#161b22").doesNotContain("#ffffff");
        Set<String> attributes = elements(parsed(dark), "*")
                .flatMap(element -> IntStream.range(0, element.getAttributes().getLength())
                        .mapToObj(i -> element.getAttributes().item(i).getNodeName()))
                .collect(Collectors.toSet());
        assertThat(attributes).contains("font-family").noneMatch(name -> name.matches("on.*|.*href|style|class"));
    }

    @Test
    void a_prompt_of_markup_is_text() throws Exception {
        String trace =
                Traced.asked(Map.of("prompt", "<script>alert('1')</script>&amp; \"x\" \u0007", "detail", "heads"));
        Document svg = parsed(given().get("/api/traces/" + trace + "/story.svg")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertThat(elements(svg, "script")).isEmpty();
        assertThat(svg.getDocumentElement().getTextContent()).contains("<script>alert('1')</script>&amp; \"x\"");
    }

    @Test
    void pictures_that_are_asked_for_at_once_are_all_the_same() throws Exception {
        String trace = mary();
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            Callable<String> ask = () -> given().get("/api/traces/" + trace + "/story.svg")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            List<Future<String>> answers = callers.invokeAll(List.of(ask, ask, ask, ask));
            String first = answers.get(0).get();
            assertThat(first).startsWith("<svg ");
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void what_cannot_be_drawn_is_said() {
        refused("theme=blue", 400, "light or dark");
        refused("count=3", 400, "8");
        refused("width=many", 400, "width");
        refused("measure=measured", 400, "headstream sweep");
        refused("circuit=none", 404, "none");
        given().get("/api/traces/none/story.svg").then().statusCode(404).body("detail", containsString("no trace"));
    }

    private static void refused(String asked, int status, String why) {
        given().get("/api/traces/" + mary() + "/story.svg?" + asked)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(containsString(why));
    }

    private static String mary() {
        return Traced.prompt(Traced.MARY, " Mary", " John");
    }

    private static Document svg(String asked) throws Exception {
        return parsed(given().get("/api/traces/" + mary() + "/story.svg?" + asked)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }
}
