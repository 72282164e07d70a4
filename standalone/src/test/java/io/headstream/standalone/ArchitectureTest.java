package io.headstream.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Only this module may know the database's own classes, and in it only what starts the database. */
@AnalyzeClasses(packages = "io.headstream", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ONLY_STANDALONE_EMBEDS_NEO4J = noClasses()
            .that()
            .resideOutsideOfPackage("io.headstream.standalone..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.neo4j.dbms.api..", "org.neo4j.graphdb..", "org.neo4j.configuration..");

    @ArchTest
    static final ArchRule THE_COMMAND_LINE_TALKS_TO_THE_API_ALONE = noClasses()
            .that()
            .resideInAPackage("io.headstream.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.neo4j..",
                    "io.quarkus..",
                    "io.headstream.ingest..",
                    "io.headstream.api..",
                    "io.headstream.standalone..");

    @ArchTest
    static final ArchRule API_AND_INGEST_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage("io.headstream.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.headstream.ingest..", "io.headstream.tracer..");
}
