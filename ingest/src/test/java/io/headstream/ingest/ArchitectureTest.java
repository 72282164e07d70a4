package io.headstream.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** ingest uses the tracer and the graph's statements; it knows neither the api nor an embedded database. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.headstream.ingest");

    @Test
    void the_hub_knows_neither_jobs_nor_the_graph() {
        noClasses()
                .that()
                .resideInAPackage("io.headstream.ingest.hub")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.headstream.ingest", "io.headstream.cypher..", "org.neo4j..", "jakarta.ws..")
                .check(CLASSES);
    }

    @Test
    void arrows() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.headstream.api..",
                        "io.headstream.standalone..",
                        "io.headstream.cli..",
                        "org.neo4j.dbms..",
                        "org.neo4j.graphdb..",
                        "ai.djl..")
                .check(CLASSES);
    }
}
