package io.headstream.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void api_reads_the_graph_and_knows_neither_ingest_nor_the_embedded_database() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.headstream.tracer..",
                        "io.headstream.ingest..",
                        "io.headstream.standalone..",
                        "org.neo4j.graphdb..",
                        "org.neo4j.kernel..")
                .check(new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("io.headstream.api"));
    }

    @Test
    void the_page_s_script_alone_knows_its_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.headstream.api.still")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.mozilla..")
                .check(new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("io.headstream.api"));
    }
}
