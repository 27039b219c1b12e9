# shellcheck shell=bash
# Starts, watches and stops the processes of ./run. Each is known by its name: PID[name], LOG[name].

declare -A PID=() LOG=()

# start NAME LOG COMMAND...
start() {
  local name="$1" log="$2"
  shift 2
  # Emptied here, not by the child: else the last run's lines may still be read as this one's.
  : >"$log"
  "$@" >>"$log" 2>&1 </dev/null &
  PID[$name]=$!
  LOG[$name]="$log"
}

is_alive() {
  [[ -n "${PID[$1]:-}" ]] && kill -0 "${PID[$1]}" 2>/dev/null
}

stop() {
  local name="$1"
  if is_alive "$name"; then
    say "Stopping $name"
    kill -TERM "${PID[$name]}" 2>/dev/null || true
    wait "${PID[$name]}" 2>/dev/null || true
  fi
  unset "PID[$name]"
}

died() {
  say "$1 died; the last lines of ${LOG[$1]}:"
  tail -n 20 "${LOG[$1]}" >&2
  exit 1
}

# await NAME SECONDS CHECK...: until the check holds; ends everything if the process dies first.
await() {
  local name="$1" deadline=$((SECONDS + $2))
  shift 2
  until "$@" >/dev/null 2>&1; do
    is_alive "$name" || died "$name"
    if ((SECONDS >= deadline)); then
      say "$name is not ready in time; the last lines of ${LOG[$name]}:"
      tail -n 20 "${LOG[$name]}" >&2
      exit 1
    fi
    pause 0.2
  done
}

# A sleep that a signal ends at once, which the plain one does not.
pause() {
  sleep "$1" &
  wait $! || true
}
