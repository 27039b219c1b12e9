#!/usr/bin/env bash
# Healthy when S3, SQS and Redis all answer.
set -euo pipefail

main() {
  # Any answer will do: without a signature S3 refuses, and that is a sign of life too.
  curl -sS -o /dev/null --max-time 2 "http://127.0.0.1:$STACK_S3_PORT/"
  curl -fsS -o /dev/null --max-time 2 "http://127.0.0.1:$STACK_SQS_PORT/?Action=ListQueues"
  redis_answers
}

redis_answers() {
  local answer
  exec 3<>"/dev/tcp/127.0.0.1/$STACK_REDIS_PORT"
  printf 'PING\r\n' >&3
  read -r -t 2 answer <&3
  [[ "$answer" == +PONG* ]]
}

main
