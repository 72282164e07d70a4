package io.headstream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels, ids, edges and the document's name are spelt in this module alone; everybody else asks it. */
class SpelledOnceTest {
    private static final Path ROOT = Path.of(System.getProperty("headstream.root"));
    private static final Pattern SPELT = Pattern.compile(String.join(
            "|",
            "\"L\" *\\+", // "L" + layer
            "\\+ *\"[PHN]\" *\\+", // + "P" + position
            "\"L(\\(|\\[|\\\\\\\\d|%d)", // a pattern or a format
            "\"\\.?(embed|mid|post|attn|ln1|ln2|b_O|b_out)\"",
            "\"\\.(mlp|final|v)\"",
            "[iI]ndexOf\\(['\"]P['\"]\\)",
            "\"" + TraceFormat.NAME + "\"",
            "\"(" + any(ActivationKind.values(), kind -> ((ActivationKind) kind).label()) + ")\"",
            "\"(" + any(EdgeType.values(), Enum::name) + "|" + any(TokenEdgeType.values(), Enum::name) + ")\""));

    @Test
    void nobody_else_spells_what_the_schema_says() throws IOException {
        List<String> spelt = new ArrayList<>();
        for (Path source : sources()) {
            int line = 0;
            for (String text : Files.readAllLines(source)) {
                line++;
                if (SPELT.matcher(text).find()) {
                    spelt.add(ROOT.relativize(source) + ":" + line + " " + text.strip());
                }
            }
        }
        assertThat(spelt)
                .as("ask ActivationId, ComponentName, ActivationKind, EdgeType or TraceFormat")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return \"L\" + layer + \"H\" + head;",
                "String id = place + \"P\" + position + part;",
                "Pattern.compile(\"L(\\\\d+)P(\\\\d+)\\\\.(.+)\");",
                "text.matches(\"L\\\\d+H\\\\d+\")",
                "\"L%dP%d.mlp\".formatted(layer, position)",
                "node.endsWith(\".post\")",
                "place.part().equals(\"embed\")",
                "int p = id.indexOf('P');",
                "label.equals(\"MemoryValue\")",
                "type.equals(\"ATTENDED_BY\")",
                "json.writeStringField(\"format\", \"headstream-trace\");"
            })
    void what_spells_is_found(String line) {
        assertThat(SPELT.matcher(line).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Schema(description = \"id within the trace\", examples = \"L3P5.H2\") String id,",
                "\"; ids look like L3P5.mlp\"",
                "HEAD(\"a head's name, such as \\\"L3H2\\\"\"),",
                "edges.add(new Edge(state, node.id(), \"read\", share, null));"
            })
    void examples_are_none(String line) {
        assertThat(SPELT.matcher(line).find()).isFalse();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module : modules.toList()) {
                Path main = module.resolve("src/main/java");
                if (Files.isDirectory(main) && !module.endsWith("schema")) {
                    try (Stream<Path> files = Files.walk(main)) {
                        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                    }
                }
            }
        }
        assertThat(sources).hasSizeGreaterThan(100);
        return sources;
    }

    private static String any(Enum<?>[] values, Function<Enum<?>, String> name) {
        return Stream.of(values).map(name).collect(Collectors.joining("|"));
    }
}
