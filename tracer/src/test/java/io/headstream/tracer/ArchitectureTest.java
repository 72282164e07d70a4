package io.headstream.tracer;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** The tracer is a pure library: no web, no database; and the attribution knows no graph. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.headstream.tracer");

    @Test
    void no_web_and_no_database() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.neo4j..", "io.quarkus..", "jakarta..", "io.headstream.cypher..", "io.headstream.ingest..")
                .check(CLASSES);
    }

    @Test
    void attribution_knows_no_graph() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage("io.headstream.tracer.attribution..", "io.headstream.tracer.model..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.headstream.tracer.trace..")
                .check(CLASSES);
    }

    @Test
    void the_model_knows_no_analysis() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage("io.headstream.tracer.model..", "io.headstream.tracer.checkpoint..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.headstream.tracer.attribution..")
                .check(CLASSES);
    }

    @Test
    void no_cycles() {
        slices().matching("io.headstream.tracer.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
