package io.headstream.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import io.headstream.schema.GraphSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/schema.md and docs/queries.md say what cypher/ declares. To write them anew:
 * {@code mvn -pl cypher test -Dtest=DocsTest -Dheadstream.docs=write}.
 */
class DocsTest {

    @Test
    void schema_md_is_what_the_schema_declares() throws IOException {
        check("schema.md", SchemaPage.of(GraphSchema.load(), migrations()));
    }

    @Test
    void queries_md_is_what_the_library_declares() throws IOException {
        check("queries.md", QueriesPage.of(QueryLibrary.load()));
    }

    private static String migrations() {
        return Resources.list("migrations").stream()
                .map(file -> Resources.read("migrations/" + file))
                .collect(Collectors.joining());
    }

    private static void check(String file, String expected) throws IOException {
        Path page = Path.of(System.getProperty("headstream.root"), "docs", file);
        if ("write".equals(System.getProperty("headstream.docs"))) {
            Files.writeString(page, expected);
        }
        assertThat(page)
                .as("write it anew with -Dheadstream.docs=write")
                .content()
                .isEqualTo(expected);
    }
}
