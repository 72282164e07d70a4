package io.headstream.tracer;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** The tracer is a pure library: no web, no database; and the attribution knows no graph. */
@AnalyzeClasses(packages = "io.headstream.tracer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule NO_WEB_AND_NO_DATABASE = ArchRuleDefinition.noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.neo4j..", "io.quarkus..", "jakarta..", "io.headstream.cypher..", "io.headstream.ingest..");

    @ArchTest
    static final ArchRule ATTRIBUTION_KNOWS_NO_GRAPH = ArchRuleDefinition.noClasses()
            .that()
            .resideInAnyPackage("io.headstream.tracer.attribution..", "io.headstream.tracer.model..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.headstream.tracer.trace..");

    @ArchTest
    static final ArchRule THE_MODEL_KNOWS_NO_ANALYSIS = ArchRuleDefinition.noClasses()
            .that()
            .resideInAnyPackage("io.headstream.tracer.model..", "io.headstream.tracer.checkpoint..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.headstream.tracer.attribution..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.headstream.tracer.(*)..").should().beFreeOfCycles();
}
