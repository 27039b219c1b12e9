package dev.aiupscale.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.aiupscale.worker", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_THE_ONNX_ADAPTER_KNOWS_ONNX_RUNTIME =
      noClasses()
          .that()
          .resideOutsideOfPackage("..worker.onnx..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.onnxruntime..");

  @ArchTest
  static final ArchRule THE_WORKER_KNOWS_NO_CLOUD_SDK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", "io.quarkus.redis..");

  @ArchTest
  static final ArchRule THE_INFERENCE_PATH_KNOWS_NO_QUEUE_AND_NO_SERVER =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..worker.upscale..", "..worker.onnx..", "..worker.encode..", "..worker.decode..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta..", "io.quarkus..", "dev.aiupscale.platform..", "..worker.consume..");
}
