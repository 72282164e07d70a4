package io.headstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of settings in docs/architecture.md against what the code asks for. */
class SettingsTableTest {
    private static final Path ROOT = Path.of(System.getProperty("headstream.root"));
    private static final Pattern ASKED = Pattern.compile(
            "(?:@ConfigProperty\\(\\s*name = |value\\(|port\\(|getProperty\\()\"headstream\\.([a-z0-9.-]+)\"");
    private static final Pattern REFERRED = Pattern.compile("\\$\\{headstream\\.([a-z0-9.-]+)");
    private static final Pattern NAMED = Pattern.compile("\\bHEADSTREAM_[A-Z0-9]+(?:_[A-Z0-9]+)*");

    /** What one part of the process tells another, which nobody sets, and what the build uses. */
    private static final Set<String> OWN = Set.of(
            "HEADSTREAM_EMBEDDED_DATA",
            "HEADSTREAM_SCHEMA_IS_CURRENT",
            "HEADSTREAM_BOLT_PASSWORD_FILE",
            "HEADSTREAM_BROWSER_ACCOUNT_NAME",
            "HEADSTREAM_BROWSER_ACCOUNT_PASSWORD",
            "HEADSTREAM_NEO4J_NO_AUTH",
            "HEADSTREAM_READY_GRAPH",
            "HEADSTREAM_HAS_TRACES",
            "HEADSTREAM_RECORD_CLASSES");

    @Test
    void every_setting_that_the_code_asks_for_is_in_the_table() throws IOException {
        Set<String> asked = asked();
        assertThat(asked).contains("HEADSTREAM_PORT", "HEADSTREAM_CYPHER_TIMEOUT", "HEADSTREAM_TRUSTED_PROXIES");
        asked.removeAll(OWN);
        assertThat(told()).containsAll(asked);
    }

    @Test
    void every_setting_in_the_table_is_asked_for() throws IOException {
        assertThat(asked()).containsAll(told());
    }

    private static Set<String> told() throws IOException {
        Set<String> told = new TreeSet<>();
        List<String> rows = Files.readAllLines(ROOT.resolve("docs/architecture.md")).stream()
                .filter(line -> line.startsWith("| `HEADSTREAM_"))
                .toList();
        for (String row : rows) {
            String last = "";
            for (String name : row.split("\\|")[1].replace("`", "").trim().split(",\\s*")) {
                // `HEADSTREAM_NEO4J_URI`, `_USER`
                last = name.startsWith("_") ? last.substring(0, last.lastIndexOf('_')) + name : name;
                told.add(last);
            }
        }
        return told;
    }

    private static Set<String> asked() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (Path source : sources()) {
            String text = Files.readString(source);
            if (source.toString().endsWith(".java") || source.toString().endsWith(".properties")) {
                Stream.of(ASKED, REFERRED)
                        .flatMap(pattern -> pattern.matcher(text).results())
                        .map(found -> variable(found.group(1)))
                        .forEach(asked::add);
            }
            Matcher named = NAMED.matcher(text);
            while (named.find()) {
                asked.add(named.group());
            }
        }
        return asked;
    }

    private static String variable(String property) {
        return "HEADSTREAM_" + property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("headstream")),
                            modules.map(module -> module.resolve("src/main"))
                                    .filter(Files::isDirectory)
                                    .flatMap(SettingsTableTest::files))
                    .collect(Collectors.toList());
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(java|properties)"))
                    .filter(file -> !file.toString().contains("benchmarks"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
