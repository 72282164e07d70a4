package io.headstream.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** The statements that Headstream itself runs keep to their headers, and each is named whole where it is used. */
@ExtendWith(Database.class)
class StatementFilesIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path FOLDER = Path.of("src/main/resources/headstream");
    private static final List<String> SOURCES = sources();

    static List<String> names() throws IOException {
        return Stream.of("read", "write")
                .flatMap(folder -> files(FOLDER.resolve(folder)))
                .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                .map(file -> file.substring(0, file.length() - ".cypher".length()))
                .sorted()
                .toList();
    }

    // that its parameters are those it declares is seen as it is read
    @ParameterizedTest
    @MethodSource("names")
    void a_statement_answers_with_the_columns_it_declares(String name, Driver driver) throws IOException {
        StatementFile file = parsed(name);
        try (Session session = driver.session()) {
            assertThat(session.run("EXPLAIN " + file.text()).keys())
                    .isEqualTo(file.columns().stream().map(Column::name).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_statement_lies_in_a_folder_by_subject_and_is_named_whole_where_it_is_used(String name) throws IOException {
        String within = name.substring(name.indexOf('/') + 1);
        assertThat(within).matches("[a-z]+/[a-z-]+");
        assertThat(names()).filteredOn(other -> other.endsWith("/" + within)).hasSize(1);
        assertThat(SOURCES.stream().filter(source -> source.contains("\"" + within + "\"")))
                .as("Java that runs " + within)
                .isNotEmpty();
    }

    @Test
    void what_departs_from_the_form_is_refused_naming_file_and_line() {
        refused("RETURN 1 AS one", "line 1: does not say what it is for");
        refused("// One.\n", "line 2: has no statement");
        refused("// One.\n// params:\n//   id a number\nRETURN $id AS one", "line 3: should read 'name (type)");
        refused("// One.\n// params:\n//   id (number) a number\nRETURN $id AS one", "unknown type 'number'");
        refused("// One.\nRETURN $id AS one", "declares the parameters [] and uses [id]");
        refused(
                "// One.\n// params:\n//   id (integer) it\nRETURN 1 AS one",
                "declares the parameters [id] and uses []");
    }

    @Test
    void the_text_is_the_explanation_and_the_statement() {
        StatementFile file = StatementFile.parse(
                "a/b",
                "// One.\n// And more.\n// params:\n//   id (integer) it\n// columns:\n//   one (integer) it\nRETURN $id AS one\n");
        assertThat(file.text()).isEqualTo("// One.\n// And more.\nRETURN $id AS one\n");
        assertThat(file.columns()).containsExactly(new Column("one", Column.Type.INTEGER, "it"));
    }

    private static void refused(String text, String problem) {
        assertThatThrownBy(() -> StatementFile.parse("a/b", text))
                .isInstanceOf(QueryException.class)
                .hasMessageStartingWith("statement a/b.cypher, ")
                .hasMessageContaining(problem);
    }

    private static StatementFile parsed(String name) throws IOException {
        return StatementFile.parse(name, Files.readString(FOLDER.resolve(name + ".cypher")));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> sources() {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(StatementFilesIT::files)
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(StatementFilesIT::text)
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
