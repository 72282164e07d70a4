package io.headstream.cypher;

import java.util.List;
import java.util.stream.Stream;
import org.neo4j.driver.summary.Plan;

/** What the planner means to do. */
final class Plans {
    private Plans() {}

    static List<String> operators(Plan plan) {
        return flatten(plan).map(Plan::operatorType).toList();
    }

    static Stream<Plan> flatten(Plan plan) {
        return Stream.concat(Stream.of(plan), plan.children().stream().flatMap(Plans::flatten));
    }
}
