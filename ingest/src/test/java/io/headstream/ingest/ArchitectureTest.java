package io.headstream.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
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
                .resideInAnyPackage(
                        "io.headstream.ingest",
                        "io.headstream.ingest.graph..",
                        "io.headstream.ingest.http..",
                        "io.headstream.ingest.imports..",
                        "io.headstream.ingest.jobs..",
                        "io.headstream.ingest.models..",
                        "io.headstream.cypher..",
                        "org.neo4j..",
                        "jakarta.ws..")
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

    @Test
    void the_root_is_empty() {
        noClasses()
                .that()
                .doNotHaveSimpleName("package-info")
                .should()
                .resideInAPackage("io.headstream.ingest")
                .check(CLASSES);
    }

    @Test
    void no_cycles_between_packages_the_root_among_them() {
        slices().assignedFrom(new Rooms()).should().beFreeOfCycles().check(CLASSES);
    }

    /** Every package, also where one lies in another. */
    private static final class Rooms implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages of ingest";
        }
    }
}
