package dev.aiupscale.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.aiupscale.api", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_ADAPTERS_KNOW_AN_SDK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", "io.quarkus.redis..", "ai.onnxruntime..");

  @ArchTest
  static final ArchRule READING_PICTURES_KNOWS_NO_SERVER =
      noClasses()
          .that()
          .resideInAPackage("..api.image..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta..",
              "io.quarkus..",
              "io.vertx..",
              "dev.aiupscale.platform..",
              "dev.aiupscale.api.submit..",
              "dev.aiupscale.api.status..");

  @ArchTest
  static final ArchRule CAPABILITIES_FORM_NO_CYCLES =
      slices().matching("dev.aiupscale.api.(*)..").should().beFreeOfCycles();
}
