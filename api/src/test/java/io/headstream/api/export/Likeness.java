package io.headstream.api.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Whether two exported traces are of the same pass: the same rows, with figures that differ by as little as two machines' do. */
final class Likeness {
    private static final double TOLERANCE = 1e-5;
    /** What each trace, or each graph, has of its own. */
    private static final Set<String> OWN =
            Set.of("/trace/id", "/trace/createdAt", "/trace/elapsed", "/labels", "/views");

    private static final String REMEDY =
            " (the example is made anew: trace its prompt with --metric difference --tag example on the shipped model, then"
                    + " ./headstream export latest --out - | gzip -9n > models/headstream-sample/example-trace.json.gz)";

    private Likeness() {}

    static void assertSame(JsonNode shipped, JsonNode fresh) {
        same("", shipped, fresh);
    }

    private static void same(String place, JsonNode left, JsonNode right) {
        if (OWN.contains(place)) {
            return;
        }
        if (left.isObject()) {
            assertThat(names(left)).as(place + REMEDY).isEqualTo(names(right));
            names(left).forEach(name -> same(place + "/" + name, left.get(name), right.get(name)));
        } else if (left.isArray()) {
            assertThat(left.size()).as(place + REMEDY).isEqualTo(right.size());
            List<JsonNode> lefts = inOrder(left);
            List<JsonNode> rights = inOrder(right);
            for (int i = 0; i < lefts.size(); i++) {
                same(place + "/" + i, lefts.get(i), rights.get(i));
            }
        } else if (left.isFloatingPointNumber() || right.isFloatingPointNumber()) {
            double bound = TOLERANCE * Math.max(1, Math.abs(right.asDouble()));
            assertThat(left.asDouble()).as(place + REMEDY).isCloseTo(right.asDouble(), within(bound));
        } else {
            assertThat(left).as(place + REMEDY).isEqualTo(right);
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return new TreeSet<>(names);
    }

    // rows by what places them; a list of figures stays as it is
    private static List<JsonNode> inOrder(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .sorted(Comparator.comparing(Likeness::key))
                .toList();
    }

    private static String key(JsonNode row) {
        StringBuilder key = new StringBuilder();
        if (row.isObject()) {
            names(row).stream()
                    .filter(name -> !row.get(name).isFloatingPointNumber()
                            && !row.get(name).isArray()
                            && !name.equals("rank"))
                    .forEach(name ->
                            key.append(name).append('=').append(row.get(name)).append(' '));
        }
        return key.toString();
    }
}
