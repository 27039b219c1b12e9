#!/usr/bin/env bash
# Makes an archive of the classes that a start loads (AppCDS), by one start while the image is built;
# neither S3 nor SQS nor Redis is there then, and none is needed to be alive.
#   class-archive.sh ARCHIVE COMMAND...
set -euo pipefail

PATIENCE=120
pid=""
scratch=""

main() {
  local archive="$1"
  shift
  # Not in the image's work folder: what root leaves there, the service could not write to.
  scratch="$(mktemp -d)"
  trap tidy_up EXIT
  JDK_JAVA_OPTIONS="${JDK_JAVA_OPTIONS:-} -Djava.io.tmpdir=$scratch -XX:ArchiveClassesAtExit=$archive" \
    UPSCALE_WORK_DIR="$scratch" \
    AWS_REGION=us-east-1 AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none \
    UPSCALE_S3_ENDPOINT=http://127.0.0.1:9 UPSCALE_SQS_ENDPOINT=http://127.0.0.1:9 \
    UPSCALE_REDIS_URL=redis://127.0.0.1:9 "$@" &
  pid=$!
  until curl -fsS -o /dev/null --max-time 2 "http://127.0.0.1:$QUARKUS_HTTP_PORT/q/health/live" 2>/dev/null; do
    kill -0 "$pid" || fail "It ended before it was alive."
    ((SECONDS < PATIENCE)) || fail "It was not alive within $PATIENCE seconds."
    sleep 0.2
  done
  kill -TERM "$pid"
  wait "$pid" || true
  [[ -s "$archive" ]] || fail "No archive was written."
}

tidy_up() {
  [[ -z "$pid" ]] || kill -KILL "$pid" 2>/dev/null || true
  rm -rf "$scratch"
}

fail() {
  echo "$*" >&2
  exit 1
}

main "$@"
