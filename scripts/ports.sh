# shellcheck shell=bash
# Finds a busy port before anything is started, and names the setting that moves it.

require_free_port() {
  local part="$1" port="$2" setting="$3"
  if [[ ! "$port" =~ ^[0-9]{1,5}$ ]] || ((port < 1 || port > 65535)); then
    fail "$setting is '$port'; it must be a port, 1 to 65535."
  fi
  if is_listening "$port"; then
    fail "Port $port ($part) is taken: set $setting to another one."
  fi
}

is_listening() {
  # bash opens the connection itself: no tool is needed.
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}
