package io.headstream.cypher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.headstream.cypher", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule cypher_knows_neither_its_users_nor_quarkus = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.headstream.tracer..",
                    "io.headstream.ingest..",
                    "io.headstream.api..",
                    "io.headstream.standalone..",
                    "io.quarkus..",
                    "jakarta..");
}
