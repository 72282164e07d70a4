package io.headstream.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Only this module may know the database's own classes, and in it only what starts the database. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.headstream");

    @Test
    void only_standalone_embeds_neo4j() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.headstream.standalone..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.neo4j.dbms.api..", "org.neo4j.graphdb..", "org.neo4j.configuration..")
                .check(CLASSES);
    }

    @Test
    void the_command_line_talks_to_the_api_alone() {
        noClasses()
                .that()
                .resideInAPackage("io.headstream.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.neo4j..",
                        "io.quarkus..",
                        "io.headstream.ingest..",
                        "io.headstream.api..",
                        "io.headstream.standalone..")
                .check(CLASSES);
    }

    @Test
    void no_room_of_the_command_line_needs_one_that_needs_it() {
        slices().matching("io.headstream.cli.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void api_and_ingest_do_not_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage("io.headstream.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.headstream.ingest..", "io.headstream.tracer..")
                .check(CLASSES);
    }
}
