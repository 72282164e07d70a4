package io.headstream.cypher;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement that Headstream itself runs: one file of {@code headstream/read} or {@code write}. Its header says what it is for,
 * then {@code params:} and {@code columns:}, where there are any; CONTRIBUTING describes the form.
 *
 * @param explanation what it is for
 * @param parameters all that it takes; a value may be null where its explanation says so
 * @param columns what it returns, in order; empty where it returns nothing
 * @param text what is run, and shown where the page shows a statement: the explanation as a comment, then the statement
 */
record StatementFile(List<String> explanation, List<Column> parameters, List<Column> columns, String text) {

    /**
     * Reads a file.
     *
     * @param name for messages: folders and the file's name without its suffix
     * @throws QueryException naming file and line where it departs from the form
     */
    static StatementFile parse(String name, String text) {
        return new Reader(name).read(text.lines().toList());
    }

    private static final class Reader {
        private final String name;
        private final Declared declared = new Declared(this::wrong);
        private final List<String> explanation = new ArrayList<>();
        private final List<Column> parameters = new ArrayList<>();
        private final List<Column> columns = new ArrayList<>();
        private String section = "";
        private int line;

        Reader(String name) {
            this.name = name;
        }

        StatementFile read(List<String> lines) {
            while (line < lines.size() && lines.get(line).startsWith("//")) {
                header(lines.get(line));
                line++;
            }
            String statement =
                    String.join("\n", lines.subList(line, lines.size())).strip();
            if (explanation.isEmpty()) {
                throw wrong("does not say what it is for in its first line");
            }
            if (statement.isEmpty()) {
                throw wrong("has no statement");
            }
            declared.requireParameters(
                    statement, parameters.stream().map(Column::name).toList());
            return new StatementFile(
                    List.copyOf(explanation),
                    List.copyOf(parameters),
                    List.copyOf(columns),
                    String.join("\n", explanation) + "\n" + statement + "\n");
        }

        private void header(String comment) {
            String content = comment.substring(2).strip();
            if (content.equals("params:") || content.equals("columns:")) {
                section = content;
            } else if (section.equals("params:")) {
                parameters.add(declared.value("parameter", content));
            } else if (section.equals("columns:")) {
                columns.add(declared.value("column", content));
            } else {
                explanation.add(comment);
            }
        }

        private QueryException wrong(String problem) {
            return new QueryException("statement " + name + ".cypher, line " + (line + 1) + ": " + problem);
        }
    }
}
