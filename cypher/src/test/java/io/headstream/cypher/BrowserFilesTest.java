package io.headstream.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import io.headstream.schema.GraphSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class BrowserFilesTest {
    private static final Pattern CAPTION = Pattern.compile("node\\.(\\w+) \\{[^}]*caption: \"\\{(\\w+)}\"");
    private static final QueryLibrary LIBRARY = QueryLibrary.load();

    @Test
    void every_label_is_shown_by_a_property_that_it_has() {
        List<String> labels = new ArrayList<>();
        CAPTION.matcher(BrowserFiles.styleSheet()).results().forEach(rule -> {
            labels.add(rule.group(1));
            assertThat(propertiesOf(rule.group(1))).as(rule.group(1)).contains(rule.group(2));
        });
        assertThat(labels)
                .containsExactlyInAnyOrderElementsOf(GraphSchema.load().nodes().stream()
                        .map(GraphSchema.NodeKind::label)
                        .toList());
    }

    @Test
    void the_guide_leads_back_to_the_server_that_sent_it() {
        assertThat(BrowserFiles.guide("http://localhost:8123"))
                .contains(
                        "style http://localhost:8123/browser-files/headstream.grass",
                        "href=\"http://localhost:8123/browser-files/favourites.zip\"")
                .doesNotContain("SERVER");
    }

    @Test
    void every_named_query_is_a_favourite_under_its_title() throws IOException {
        List<String> files = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(new Favourites(LIBRARY).zip()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.add(entry.getName());
                String name = entry.getName().replaceAll(".*/|\\.cypher$", "");
                NamedQuery query = LIBRARY.get(name);
                assertThat(entry.getName()).startsWith("Headstream " + query.group() + "/");
                assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("// " + query.title() + "\n")
                        .endsWith(query.statement() + ";\n");
            }
        }
        assertThat(files).hasSameSizeAs(LIBRARY.all());
    }

    @Test
    void a_favourite_gives_each_parameter_its_default_or_an_example() {
        assertThat(Favourites.favourite(LIBRARY.get("heads-that-write-a-token")))
                .contains("RETURN ' Mary' AS token, 5 AS rank, null AS model, 50 AS limit }");
        assertThat(Favourites.favourite(LIBRARY.get("logit-lens")))
                .contains(
                        ":param [{trace, position}] => { MATCH (t:Trace) RETURN t.id AS trace, null AS position ORDER BY"
                                + " t.createdAt DESC LIMIT 1 };");
    }

    private static List<String> propertiesOf(String label) {
        return GraphSchema.load().nodes().stream()
                .filter(node -> node.label().equals(label) || node.label().equals("Activation"))
                .flatMap(node -> node.properties().stream())
                .map(GraphSchema.Property::name)
                .toList();
    }
}
