package io.headstream.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * To write docs/trace.schema.json anew: {@code mvn -pl api -am test -Dtest=TraceSchemaTest -Dheadstream.docs=write
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class TraceSchemaTest {

    @Test
    void the_published_schema_is_what_the_graph_s_vocabulary_makes_it() throws Exception {
        Path file = Path.of(System.getProperty("headstream.root"), "docs", "trace.schema.json");
        String schema = TraceSchemaFile.text();
        if ("write".equals(System.getProperty("headstream.docs"))) {
            Files.writeString(file, schema);
        }
        assertThat(file)
                .as("write it anew with -Dheadstream.docs=write")
                .content()
                .isEqualTo(schema);
    }
}
