package dev.aiupscale.worker.upscale;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.aiupscale.worker", importOptions = DoNotIncludeTests.class)
class EngineArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_THE_ONNX_PACKAGE_KNOWS_THE_RUNTIME =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.aiupscale.worker.onnx..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.onnxruntime..");

  @ArchTest
  static final ArchRule FILES_ARE_READ_AND_WRITTEN_WITHOUT_KNOWLEDGE_OF_UPSCALING =
      noClasses()
          .that()
          .resideInAnyPackage("dev.aiupscale.worker.encode..", "dev.aiupscale.worker.decode..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.aiupscale.worker.upscale..", "dev.aiupscale.worker.onnx..");
}
