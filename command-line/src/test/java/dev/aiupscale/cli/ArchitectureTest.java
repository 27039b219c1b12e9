package dev.aiupscale.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.aiupscale.cli", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule PACKAGES_DEPEND_ONE_WAY =
      slices().matching("dev.aiupscale.cli.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_CLIENT_KNOWS_ONLY_THE_DOMAIN_AND_ITS_OWN_PARTS =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.aiupscale.cli..",
              "dev.aiupscale.common..",
              "com.fasterxml.jackson.annotation..",
              "picocli..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule ONLY_ONE_PACKAGE_SPEAKS_HTTP =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli.server..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..");
}
