# shellcheck shell=bash
# Checks for what must be installed before anything else; one line for each that is missing.

require_tools() {
  local missing=0 tool
  for tool in "$@"; do
    if ! "have_$tool"; then
      missing=1
    fi
  done
  ((missing == 0)) || exit 1
}

have_jdk() {
  local version
  version="$(javac -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')" || true
  if [[ -z "$version" ]] || ((version < 17)); then
    echo "A JDK 17 or newer is needed (javac was ${version:-not found})." >&2
    return 1
  fi
}

have_maven() {
  if ! command -v mvn >/dev/null; then
    echo "Maven is needed (mvn was not found)." >&2
    return 1
  fi
}

have_npm() {
  if ! command -v npm >/dev/null; then
    echo "npm of Node 18 or newer is needed (npm was not found)." >&2
    return 1
  fi
}

have_curl() {
  if ! command -v curl >/dev/null; then
    echo "curl is needed (it was not found)." >&2
    return 1
  fi
}
