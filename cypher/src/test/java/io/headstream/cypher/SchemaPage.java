package io.headstream.cypher;

import io.headstream.schema.GraphSchema;
import java.util.List;

/** docs/schema.md. */
final class SchemaPage {
    private SchemaPage() {}

    static String of(GraphSchema schema, String migration) {
        StringBuilder page = new StringBuilder(
                """
                # The graph

                Made from `schema/src/main/resources/headstream/schema.txt`; `DocsTest` keeps it so, and a test in api/ holds
                real traces to it. Layers and positions count from 0. A figure that does not exist is absent, never 0. What
                the figures mean, with formulas: [attribution.md](attribution.md).

                ## Nodes
                """);
        for (GraphSchema.NodeKind node : schema.nodes()) {
            page.append("\n### :%s\n\n%s.\n".formatted(node.label(), node.explanation()));
            properties(node.properties(), page);
        }
        page.append("\n## Relationships\n");
        for (GraphSchema.RelationshipKind r : schema.relationships()) {
            page.append("\n### (%s)-[:%s]->(%s)\n\n%s.\n"
                    .formatted(side(r.starts()), r.type(), side(r.ends()), capital(r.explanation())));
            properties(r.properties(), page);
        }
        page.append("\n## Constraints and indexes\n\n```cypher\n")
                .append(migration)
                .append("```\n");
        return page.toString();
    }

    private static void properties(List<GraphSchema.Property> properties, StringBuilder page) {
        if (properties.isEmpty()) {
            return;
        }
        page.append("\n| property | type | |\n| --- | --- | --- |\n");
        properties.forEach(p -> page.append("| %s | %s | %s |\n"
                .formatted(p.name(), p.type(), p.explanation().replace("|", "\\|"))));
    }

    private static String side(List<String> labels) {
        return ":" + String.join(" or :", labels);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
