# shellcheck shell=bash
# Builds what runs, and only when it is missing or older than its sources.

API_JAR=api-service/target/quarkus-app/quarkus-run.jar
WORKER_JAR=upscale-worker/target/quarkus-app/quarkus-run.jar
STACK_JAR=local-stack/target/local-stack.jar
MODELS_JAR=onnx-models/target/onnx-models.jar
BUILD_STAMP=target/run-build.stamp

build_if_needed() {
  if is_built; then
    say "Already built"
    return
  fi
  say "Building (the first time takes some minutes)"
  mkdir -p target
  # Taken before the build: what is edited while it runs is built next time.
  touch target/run-build.started
  mvn -q -B package -DskipTests -pl api-service,upscale-worker,local-stack,onnx-models -am ||
    fail "The build failed; Maven says why above."
  mv target/run-build.started "$BUILD_STAMP"
  say "Built"
}

is_built() {
  local jar
  for jar in "$API_JAR" "$WORKER_JAR" "$STACK_JAR" "$MODELS_JAR" "$BUILD_STAMP"; do
    [[ -e "$jar" ]] || return 1
  done
  [[ -z "$(newer_source)" ]]
}

newer_source() {
  find pom.xml {common-model,platform,onnx-models,local-stack,api-service,upscale-worker}/{pom.xml,src/main} \
    -newer "$BUILD_STAMP" -print -quit 2>/dev/null
}
