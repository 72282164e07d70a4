package io.headstream.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Path;
import org.neo4j.driver.types.Relationship;

/** Holds a value to the type that its column declares. */
final class ColumnTypes {
    private ColumnTypes() {}

    static void check(Column column, @Nullable Object value) {
        if (value == null) {
            return;
        }
        assertThat(value).as(column.name()).isInstanceOf(type(column.type()));
        switch (column.type()) {
            case HEAD -> assertThat((String) value).as(column.name()).matches("L\\d+H\\d+");
            case NEURON -> assertThat((String) value).as(column.name()).matches("L\\d+N\\d+");
            case POSITION -> assertThat((Long) value).as(column.name()).isNotNegative();
            default -> {}
        }
    }

    private static Class<?> type(Column.Type type) {
        return switch (type) {
            case STRING, TOKEN, TRACE, HEAD, NEURON -> String.class;
            case INTEGER, POSITION -> Long.class;
            case FLOAT -> Double.class;
            case BOOLEAN -> Boolean.class;
            case LIST -> List.class;
            case MAP -> Map.class;
            case NODE -> Node.class;
            case RELATIONSHIP -> Relationship.class;
            case PATH -> Path.class;
        };
    }
}
