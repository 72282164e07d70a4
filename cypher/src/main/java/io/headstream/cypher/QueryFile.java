package io.headstream.cypher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query file: comment lines with title, explanation, {@code group:}, {@code params:} and {@code columns:}, then the
 * statement. CONTRIBUTING describes the form; whatever departs from it is refused, naming file and line.
 */
final class QueryFile {
    private static final Pattern PARAMETER =
            Pattern.compile("(\\w+) \\((\\w+)(?: of ([^,]+))?, (?:(required)|default (?:\"(.*)\"|([^)]+)))\\) (.+)");

    private final String name;
    private final Declared declared = new Declared(this::wrong);
    private final List<String> explanation = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private String title = "";
    private Optional<Group> group = Optional.empty();
    private String section = "";
    private int line;

    private QueryFile(String name) {
        this.name = name;
    }

    static NamedQuery parse(String name, String text) {
        return new QueryFile(name).parse(text.lines().toList());
    }

    private NamedQuery parse(List<String> lines) {
        while (line < lines.size() && lines.get(line).startsWith("//")) {
            header(lines.get(line).substring(2));
            line++;
        }
        String statement = String.join("\n", lines.subList(line, lines.size())).strip();
        require(!title.isEmpty(), "has no title in its first line");
        require(!explanation.isEmpty(), "has no explanation under its title");
        require(!columns.isEmpty(), "has no '// columns:'");
        require(!statement.isEmpty(), "has no statement");
        declared.requireParameters(
                statement, parameters.stream().map(Parameter::name).toList());
        return new NamedQuery(
                name,
                group.orElseThrow(() -> wrong("has no '// group:' line")),
                title,
                String.join(" ", explanation),
                List.copyOf(parameters),
                List.copyOf(columns),
                statement);
    }

    private void header(String comment) {
        String content = comment.strip();
        if (line == 0) {
            title = content;
        } else if (content.startsWith("group:")) {
            String heading = content.substring("group:".length()).strip();
            group = Group.of(heading);
            require(group.isPresent(), "has group '" + heading + "'; groups are " + Group.titles());
            section = "group";
        } else if (content.equals("params:") || content.equals("columns:")) {
            section = content;
        } else if (section.equals("params:")) {
            parameters.add(
                    parameter(declared.match(PARAMETER, content, "name (type, required or default X) explanation")));
        } else if (section.equals("columns:")) {
            columns.add(declared.value("column", content));
        } else {
            require(section.isEmpty(), "has a line that is neither params: nor columns: after its group");
            explanation.add(content);
        }
    }

    private Parameter parameter(Matcher found) {
        Parameter.Type type =
                declared.type("parameter", Parameter.Type.values(), Parameter.Type::label, found.group(2));
        List<String> choices =
                found.group(3) == null ? List.of() : List.of(found.group(3).split("\\|"));
        require(choices.isEmpty() || type == Parameter.Type.STRING, "has choices for a " + type.label());
        boolean required = found.group(4) != null;
        Object value = required ? null : defaultValue(type, found.group(5), found.group(6));
        require(
                choices.isEmpty() || value == null || choices.contains(value),
                "has default " + value + ", which is none of its choices");
        return new Parameter(found.group(1), type, choices, required, value, found.group(7));
    }

    private @Nullable Object defaultValue(Parameter.Type type, @Nullable String quoted, @Nullable String bare) {
        if (quoted != null) {
            return quoted;
        }
        if (bare == null || bare.equals("any")) {
            return null;
        }
        try {
            return switch (type) {
                case INTEGER, POSITION -> Long.valueOf(bare);
                case FLOAT -> Double.valueOf(bare);
                case BOOLEAN -> Boolean.valueOf(bare);
                default -> {
                    require(
                            type == Parameter.Type.TRACE && bare.equals(Parameter.LATEST),
                            "has default " + bare + " for a " + type.label() + "; put text in quotes");
                    yield bare;
                }
            };
        } catch (NumberFormatException e) {
            throw wrong("has default " + bare + ", which is no " + type.label());
        }
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            throw wrong(problem);
        }
    }

    private QueryException wrong(String problem) {
        return new QueryException("query file " + name + ".cypher, line " + (line + 1) + ": " + problem);
    }
}
