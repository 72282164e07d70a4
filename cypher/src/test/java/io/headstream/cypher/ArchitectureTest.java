package io.headstream.cypher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void cypher_knows_neither_its_users_nor_quarkus() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.headstream.tracer..",
                        "io.headstream.ingest..",
                        "io.headstream.api..",
                        "io.headstream.standalone..",
                        "io.quarkus..",
                        "jakarta..")
                .check(new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("io.headstream.cypher"));
    }
}
