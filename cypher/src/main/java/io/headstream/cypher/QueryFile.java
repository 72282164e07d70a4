package io.headstream.cypher;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query file: comment lines with title, explanation, {@code group:}, {@code params:} and {@code columns:}, then the
 * statement. CONTRIBUTING describes the form; whatever departs from it is refused, naming file and line.
 */
final class QueryFile {
    private static final Pattern PARAMETER =
            Pattern.compile("(\\w+) \\((\\w+), (?:(required)|default (?:\"(.*)\"|([^)]+)))\\) (.+)");
    private static final Pattern COLUMN = Pattern.compile("(\\w+): (.+)");

    private final String name;
    private final List<String> explanation = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private String title = "";
    private String group = "";
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
        require(!group.isEmpty(), "has no '// group:' line");
        require(!columns.isEmpty(), "has no '// columns:'");
        require(!statement.isEmpty(), "has no statement");
        return new NamedQuery(
                name,
                group,
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
            group = content.substring("group:".length()).strip();
            section = "group";
        } else if (content.equals("params:") || content.equals("columns:")) {
            section = content;
        } else if (section.equals("params:")) {
            parameters.add(parameter(match(PARAMETER, content, "name (type, required or default X) explanation")));
        } else if (section.equals("columns:")) {
            Matcher column = match(COLUMN, content, "name: explanation");
            columns.add(new Column(column.group(1), column.group(2)));
        } else {
            require(section.isEmpty(), "has a line that is neither params: nor columns: after its group");
            explanation.add(content);
        }
    }

    private Parameter parameter(Matcher found) {
        Parameter.Type type = type(found.group(2));
        boolean required = found.group(3) != null;
        Object value = required ? null : defaultValue(type, found.group(4), found.group(5));
        return new Parameter(found.group(1), type, required, value, found.group(6));
    }

    private Parameter.Type type(String label) {
        for (Parameter.Type type : Parameter.Type.values()) {
            if (type.label().equals(label)) {
                return type;
            }
        }
        throw wrong("has a parameter of unknown type '" + label.toLowerCase(Locale.ROOT)
                + "'; types are string, integer, float, token, trace, model, head");
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
                case INTEGER -> Long.valueOf(bare);
                case FLOAT -> Double.valueOf(bare);
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

    private Matcher match(Pattern pattern, String content, String form) {
        Matcher matcher = pattern.matcher(content);
        require(matcher.matches(), "should read '" + form + "', not '" + content + "'");
        return matcher;
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
