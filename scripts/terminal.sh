# shellcheck shell=bash
# What every command here says to whoever runs it.

say() {
  printf '[%4ds] %s\n' "$SECONDS" "$*"
}

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}
