# shellcheck shell=bash
# Builds what runs, and only when it is missing or older than its sources.

API_JAR=api-service/target/quarkus-app/quarkus-run.jar
WORKER_JAR=upscale-worker/target/quarkus-app/quarkus-run.jar
STACK_JAR=local-stack/target/local-stack.jar
MODELS_JAR=onnx-models/target/onnx-models.jar
BUILD_STAMP=target/run-build.stamp
RUN_MODULES=common-model,platform,onnx-models,local-stack,api-service,upscale-worker

build_if_needed() {
  if is_fresh "$BUILD_STAMP" "$RUN_MODULES" "$API_JAR" "$WORKER_JAR" "$STACK_JAR" "$MODELS_JAR"; then
    say "Already built"
    return
  fi
  say "Building (the first time takes some minutes)"
  build_modules "$BUILD_STAMP" "$RUN_MODULES"
  say "Built"
}

# Whether all jars are there, and no source of the modules (comma-separated) is newer than the stamp.
#   is_fresh STAMP MODULES JAR...
is_fresh() {
  local stamp="$1" modules="$2" file folders
  shift 2
  for file in "$stamp" "$@"; do
    [[ -e "$file" ]] || return 1
  done
  IFS=, read -ra folders <<<"$modules"
  [[ -z "$(find pom.xml "${folders[@]/%//pom.xml}" "${folders[@]/%//src/main}" \
    -newer "$stamp" -print -quit 2>/dev/null)" ]]
}

# Builds the modules (comma-separated) and what they need.
#   build_modules STAMP MODULES
build_modules() {
  mkdir -p target
  # Taken before the build: what is edited while it runs is built next time.
  touch "$1.started"
  mvn -q -B package -DskipTests -pl "$2" -am || fail "The build failed; Maven says why above."
  mv "$1.started" "$1"
}
