package io.headstream.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.headstream.access");

    @Test
    void access_knows_no_other_room() {
        classes()
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "are not of other rooms",
                        (JavaClass other) -> !other.getPackageName().startsWith("io.headstream.")
                                || other.getPackageName().startsWith("io.headstream.access")))
                .check(CLASSES);
    }

    @Test
    void the_root_is_empty() {
        noClasses()
                .that()
                .doNotHaveSimpleName("package-info")
                .should()
                .resideInAPackage("io.headstream.access")
                .check(CLASSES);
    }

    @Test
    void no_room_needs_one_that_needs_it() {
        slices().matching("io.headstream.access.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void no_room_is_crowded() {
        assertThat(CLASSES.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()))
                        .values())
                .allMatch(classes -> classes <= 20);
    }
}
