package dev.aiupscale.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.aiupscale.platform", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_THE_AWS_ADAPTER_KNOWS_ITS_SDK =
      noClasses()
          .that()
          .resideOutsideOfPackage("..platform.aws..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon..");

  @ArchTest
  static final ArchRule ONLY_THE_REDIS_ADAPTER_KNOWS_ITS_CLIENT =
      noClasses()
          .that()
          .resideOutsideOfPackage("..platform.redis..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.quarkus.redis..");

  @ArchTest
  static final ArchRule PORTS_KNOW_NO_ADAPTER =
      noClasses()
          .that()
          .resideInAnyPackage("..platform.storage..", "..platform.queue..", "..platform.cache..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..platform.aws..", "..platform.redis..");
}
