package dev.aiupscale.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.aiupscale.benchmarks", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule PACKAGES_DEPEND_ONE_WAY =
      slices().matching("dev.aiupscale.benchmarks.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule TIMING_KNOWS_ONLY_JAVA =
      classes()
          .that()
          .resideInAPackage("..benchmarks.timing..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.aiupscale.benchmarks.timing..");
}
