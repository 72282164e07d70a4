package io.headstream.api.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The nodes and relationships of an answer, each once, by their ids; a relationship's end that was not returned is a node without labels. */
record AnswerGraph(Map<String, Map<String, Object>> nodes, Map<String, Map<String, Object>> edges) {

    static AnswerGraph of(List<? extends List<? extends @Nullable Object>> rows) {
        AnswerGraph graph = new AnswerGraph(new LinkedHashMap<>(), new LinkedHashMap<>());
        rows.forEach(row -> row.forEach(graph::collect));
        graph.edges.values().forEach(edge -> List.of("source", "target").forEach(end -> {
            String id = String.valueOf(edge.get(end));
            graph.nodes.putIfAbsent(id, new HashMap<>(Map.of("id", id, "label", id, "labels", "")));
        }));
        return graph;
    }

    List<Column> nodeColumns() {
        return columns(nodes, "id");
    }

    List<Column> edgeColumns() {
        return columns(edges, "source", "target");
    }

    private void collect(@Nullable Object value) {
        if (value instanceof List<?> list) {
            list.forEach(this::collect);
        } else if (value instanceof Map<?, ?> map) {
            if (map.get("$node") instanceof Map<?, ?> node) {
                node(node);
            } else if (map.get("$relationship") instanceof Map<?, ?> relationship) {
                relationship(relationship);
            } else {
                map.values().forEach(this::collect);
            }
        }
    }

    private void node(Map<?, ?> node) {
        Map<String, Object> row = row(node.get("properties"));
        String id = String.valueOf(node.get("id"));
        StringBuilder labels = new StringBuilder();
        if (node.get("labels") instanceof List<?> list) {
            list.forEach(label -> labels.append(':').append(label));
        }
        for (String name : List.of("name", "text", "prompt", "id")) {
            if (row.get(name) != null) {
                row.putIfAbsent("label", row.get(name));
            }
        }
        row.putIfAbsent("label", id);
        Object own = row.put("id", id);
        if (own != null) {
            row.put("own_id", own);
        }
        row.put("labels", labels.toString());
        nodes.put(id, row);
    }

    private void relationship(Map<?, ?> relationship) {
        Map<String, Object> row = row(relationship.get("properties"));
        row.put("source", String.valueOf(relationship.get("start")));
        row.put("target", String.valueOf(relationship.get("end")));
        row.put("type", String.valueOf(relationship.get("type")));
        Object weight = row.getOrDefault("weight", row.getOrDefault("share", row.getOrDefault("effect", 1.0)));
        row.put("weight", weight instanceof Number ? weight : 1.0);
        edges.put(String.valueOf(relationship.get("id")), row);
    }

    private static Map<String, Object> row(@Nullable Object properties) {
        Map<String, Object> row = new HashMap<>();
        if (properties instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (value != null) {
                    row.put(
                            String.valueOf(key),
                            value instanceof Map<?, ?> || value instanceof List<?> ? value.toString() : value);
                }
            });
        }
        return row;
    }

    private static List<Column> columns(Map<String, Map<String, Object>> rows, String... attributes) {
        Map<String, Column.Type> types = new TreeMap<>();
        rows.values().forEach(row -> row.forEach((key, value) -> types.merge(key, type(value), AnswerGraph::common)));
        List.of(attributes).forEach(types::remove);
        List<Column> columns = new ArrayList<>();
        types.forEach((name, type) -> columns.add(new Column(name, type)));
        return columns;
    }

    private static Column.Type type(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return Column.Type.WHOLE;
        }
        if (value instanceof Number) {
            return Column.Type.NUMBER;
        }
        return value instanceof Boolean ? Column.Type.TRUTH : Column.Type.TEXT;
    }

    private static Column.Type common(Column.Type one, Column.Type other) {
        if (one == other) {
            return one;
        }
        boolean numbers = one != Column.Type.TEXT
                && other != Column.Type.TEXT
                && one != Column.Type.TRUTH
                && other != Column.Type.TRUTH;
        return numbers ? Column.Type.NUMBER : Column.Type.TEXT;
    }
}
