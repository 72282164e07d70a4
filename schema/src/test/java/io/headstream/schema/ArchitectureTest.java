package io.headstream.schema;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_vocabulary_is_a_leaf() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.headstream.schema..", "java..", "org.jspecify..")
                .check(new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("io.headstream.schema"));
    }
}
