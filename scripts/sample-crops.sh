#!/usr/bin/env bash
# Lets each model of a running server enlarge the sample crop, for the page's choice of models.
#
#   scripts/sample-crops.sh [SERVER]     http://localhost:8080 where none is named
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../api-service/src/main/resources/META-INF/resources/sample"

main() {
  local server="${1:-http://localhost:8080}" model job
  for model in $(curl -sf "$server/api/v1/models" | grep -o '"id":"[^"]*"' | cut -d'"' -f4); do
    job="$(curl -sf -o /dev/null -w '%header{location}' -F model="$model" -F scale=4 -F format=jpeg -F quality=80 \
      -F image=@crop.png "$server/api/v1/jobs")"
    until curl -sf -H 'Prefer: wait=60' "$job" | grep -qE '"state":"(DONE|FAILED|CANCELLED)"'; do
      sleep 1
    done
    curl -sf -o "$model.jpg" "$job/result"
    echo "$model.jpg"
  done
}

main "$@"
