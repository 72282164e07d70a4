package io.headstream.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
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

    /** What has no type is compressed for nobody, and checked by no client. */
    @Test
    void every_call_that_answers_with_a_value_says_its_type() {
        methods()
                .that()
                .areAnnotatedWith(GET.class)
                .or()
                .areAnnotatedWith(POST.class)
                .or()
                .areAnnotatedWith(PUT.class)
                .or()
                .areAnnotatedWith(DELETE.class)
                .and(answerWithAValue())
                .should()
                .beAnnotatedWith(Produces.class)
                .orShould()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(Produces.class)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaMethod> answerWithAValue() {
        return DescribedPredicate.describe(
                "answer with a value",
                method -> !method.getRawReturnType().isEquivalentTo(void.class)
                        && !method.getRawReturnType().isEquivalentTo(Response.class));
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
