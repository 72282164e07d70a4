package io.headstream.tracer;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;

/** The tracer is a pure library: no web, no database; what computes figures knows no graph, and no package needs one that needs it. */
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
    void figures_know_no_graph() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage(
                        "io.headstream.tracer.attribution..",
                        "io.headstream.tracer.decompose..",
                        "io.headstream.tracer.effect..",
                        "io.headstream.tracer.model..")
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
                .resideInAnyPackage("io.headstream.tracer.attribution..", "io.headstream.tracer.decompose..")
                .check(CLASSES);
    }

    @Test
    void the_root_is_empty() {
        ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveSimpleName("package-info")
                .should()
                .resideInAPackage("io.headstream.tracer")
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
            return "packages of the tracer";
        }
    }
}
