package io.headstream.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** ingest uses the tracer and the graph's statements; it knows neither the api nor an embedded database. */
@AnalyzeClasses(packages = "io.headstream.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ARROWS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.headstream.api..",
                    "io.headstream.standalone..",
                    "io.headstream.cli..",
                    "org.neo4j.dbms..",
                    "org.neo4j.graphdb..",
                    "ai.djl..");
}
