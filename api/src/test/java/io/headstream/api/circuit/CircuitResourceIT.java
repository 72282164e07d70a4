package io.headstream.api.circuit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.xml.XmlPath;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class CircuitResourceIT {
    @Test
    void a_circuit_is_listed_shown_written_and_removed() {
        Traced.circuit("to be removed");
        given().get("/api/circuits?model=headstream-sample")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("to be removed"));
        JsonPath whole = given().get("/api/circuits/{name}", "to be removed")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        int edges = whole.getInt("circuit.edges");
        List<String> nodes = whole.getList("nodes.name");
        assertThat(whole.getList("edges")).hasSize(edges);
        assertThat(nodes)
                .hasSize(whole.getInt("circuit.nodes"))
                .startsWith("embed")
                .endsWith("logits");
        assertThat(nodes).containsAll(whole.getList("edges.from")).containsAll(whole.getList("edges.to"));
        assertThat(whole.getList("edges.rank", Integer.class)).startsWith(1).isSorted();
        assertThat(whole.getList("edges.measured")).containsOnlyNulls();
        Traced.cutEdges("to be removed");
        JsonPath measured = given().get("/api/circuits/{name}", "to be removed").jsonPath();
        assertThat(measured.getList("edges.traces")).hasSize(edges).containsOnly(1);
        // the embedding's edges are what a circuit stands on
        assertThat(measured.getList("edges.measured", Double.class)).anyMatch(lost -> lost > 0.1);

        XmlPath graph = given().get("/api/circuits/{name}/export?format=graphml", "to be removed")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("circuit-to-be-removed.graphml"))
                .extract()
                .xmlPath();
        assertThat(graph.getList("graphml.graph.edge")).hasSize(edges);
        assertThat(graph.getList("graphml.graph.node")).hasSameSizeAs(nodes);
        given().get("/api/circuits/{name}/export", "to be removed")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("circuit-to-be-removed.json"));
        given().get("/api/circuits/{name}/export?format=png", "to be removed")
                .then()
                .statusCode(400)
                .body("detail", containsString("give json, graphml"));

        given().delete("/api/circuits/{id}", whole.getString("circuit.id"))
                .then()
                .statusCode(204);
        given().get("/api/circuits/{name}", "to be removed")
                .then()
                .statusCode(404)
                .body("detail", containsString("there is no circuit 'to be removed'"));
        given().delete("/api/circuits/{name}", "to be removed").then().statusCode(404);
    }
}
