package io.headstream.cypher;

import java.util.Objects;

/** docs/queries.md. */
final class QueriesPage {
    private QueriesPage() {}

    static String of(QueryLibrary library) {
        StringBuilder page = new StringBuilder(
                """
                # The named queries

                Made from `cypher/src/main/resources/headstream/queries`; `DocsTest` keeps it so. Ask them in the page, by
                `headstream query NAME PARAMETER=VALUE`, by `POST /api/queries/NAME`, or paste the statement into Neo4j
                Browser. Where a trace is not given, it is the latest; "any" leaves a parameter out of the question.
                """);
        for (Group group : Group.values()) {
            page.append("\n## ").append(group.title()).append("\n");
            library.all().stream().filter(query -> query.group().equals(group)).forEach(query -> query(query, page));
        }
        return page.toString();
    }

    private static void query(NamedQuery query, StringBuilder page) {
        page.append("\n### ")
                .append(query.title())
                .append("\n\n`")
                .append(query.name())
                .append("`: ");
        page.append(query.explanation()).append("\n");
        if (!query.parameters().isEmpty()) {
            page.append("\n| parameter | type | default | |\n| --- | --- | --- | --- |\n");
            query.parameters()
                    .forEach(p -> page.append(
                            "| %s | %s | %s | %s |\n".formatted(p.name(), typeOf(p), defaultOf(p), p.explanation())));
        }
        page.append("\n| column | type | |\n| --- | --- | --- |\n");
        query.columns()
                .forEach(column -> page.append("| %s | %s | %s |\n"
                        .formatted(
                                column.name(),
                                column.type().label(),
                                column.explanation().replace("|", "\\|"))));
        page.append("\n```cypher\n").append(query.statement()).append("\n```\n");
    }

    private static String typeOf(Parameter parameter) {
        return parameter.choices().isEmpty() ? parameter.type().label() : String.join(", ", parameter.choices());
    }

    private static String defaultOf(Parameter parameter) {
        return parameter.required() ? "required" : Objects.toString(parameter.defaultValue(), "any");
    }
}
