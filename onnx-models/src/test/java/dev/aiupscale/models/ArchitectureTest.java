package dev.aiupscale.models;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.aiupscale.models", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule THE_NETWORK_KNOWS_NO_FILE_FORMAT =
      classes()
          .that()
          .resideInAPackage("..network..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "..models.network..", "org.jspecify..");

  @ArchTest
  static final ArchRule ONLY_THE_ONNX_PACKAGE_KNOWS_PROTOBUF =
      noClasses()
          .that()
          .resideOutsideOfPackage("..models.onnx..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.onnx..", "com.google.protobuf..");

  @ArchTest
  static final ArchRule ONLY_THE_FETCH_PACKAGE_KNOWS_ARCHIVES =
      noClasses()
          .that()
          .resideOutsideOfPackage("..models.fetch..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.commons..");

  @ArchTest
  static final ArchRule FORMATS_DO_NOT_KNOW_EACH_OTHER =
      noClasses()
          .that()
          .resideInAPackage("..models.tfjs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..models.ncnn..", "..models.onnx..", "..models.fetch..");
}
