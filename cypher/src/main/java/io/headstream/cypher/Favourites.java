package io.headstream.cypher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The library as favourites of Neo4j Browser: each query under its title, after a {@code :param} line that gives its parameters their
 * defaults, with an example where there is none and the newest trace's id for {@link Parameter#LATEST}.
 */
public final class Favourites {
    // a file's date is not part of what it says: the same library makes the same bytes
    private static final long NO_TIME = 315_532_800_000L;

    private final QueryLibrary library;

    public Favourites(QueryLibrary library) {
        this.library = library;
    }

    /** All favourites in one text, in the library's order. */
    public String text() {
        return library.all().stream().map(Favourites::favourite).collect(Collectors.joining("\n\n"));
    }

    /** A zip archive with a folder for each group and a file for each query, as Browser imports favourites. */
    public byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (NamedQuery query : library.all()) {
                ZipEntry entry = new ZipEntry("Headstream " + query.group() + "/" + query.name() + ".cypher");
                entry.setTime(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(favourite(query).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** One of them: title, what it answers, its parameters and the statement. */
    static String favourite(NamedQuery query) {
        String parameters = query.parameters().isEmpty() ? "" : parameters(query.parameters()) + ";\n";
        return "// " + query.title() + "\n// " + query.explanation() + "\n" + parameters + query.statement() + ";\n";
    }

    private static String parameters(List<Parameter> parameters) {
        String names = parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
        String values = parameters.stream()
                .map(parameter -> literal(parameter) + " AS " + parameter.name())
                .collect(Collectors.joining(", "));
        String template = Resources.read("browser/" + (latest(parameters) ? "latest-parameters" : "parameters"));
        return template.strip().replace("NAMES", names).replace("VALUES", values);
    }

    private static boolean latest(List<Parameter> parameters) {
        return parameters.stream().anyMatch(parameter -> Parameter.LATEST.equals(value(parameter)));
    }

    private static String literal(Parameter parameter) {
        Object value = value(parameter);
        if (Parameter.LATEST.equals(value)) {
            return "t.id";
        }
        return value instanceof String text
                ? "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
                : String.valueOf(value);
    }

    private static @Nullable Object value(Parameter parameter) {
        return parameter.required() ? example(parameter) : parameter.defaultValue();
    }

    private static Object example(Parameter parameter) {
        return switch (parameter.type().label()) {
            case "trace" -> Parameter.LATEST;
            case "token" -> " Mary";
            case "head" -> "L4H5";
            case "neuron" -> "L3N10";
            case "integer", "position" -> 0;
            case "float" -> 0.0;
            case "boolean" -> true;
            default -> "";
        };
    }
}
