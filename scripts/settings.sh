# shellcheck shell=bash
# Where the parts of this machine's system are: the deployables learn it from these, as in the cloud.

export_settings() {
  export AWS_REGION=us-east-1
  load_credentials
  export UPSCALE_S3_ENDPOINT="http://127.0.0.1:$STACK_S3_PORT"
  export UPSCALE_SQS_ENDPOINT="http://127.0.0.1:$STACK_SQS_PORT"
  export UPSCALE_REDIS_URL="redis://127.0.0.1:$STACK_REDIS_PORT"
  # The embedded S3 is reached from this machine alone.
  export API_DIRECT_ENDPOINT="${API_DIRECT_ENDPOINT-$UPSCALE_S3_ENDPOINT}"
  export UPSCALE_BUCKET="${UPSCALE_BUCKET:-ai-upscale}"
  export UPSCALE_QUEUE="${UPSCALE_QUEUE:-upscale-jobs}"
  export UPSCALE_DEAD_LETTER_QUEUE="${UPSCALE_DEAD_LETTER_QUEUE:-upscale-jobs-dead}"
  export UPSCALE_MODELS_DIR="$DATA_DIR/models"
  export STACK_DATA_DIR="$DATA_DIR/stack"
}

# Random for each data directory, so that nothing else on the machine can guess them.
load_credentials() {
  local file="$DATA_DIR/credentials"
  if [[ ! -s "$file" ]]; then
    (
      umask 077
      printf '%s\n%s\n' "$(random_hex 10)" "$(random_hex 20)" >"$file.new"
      mv "$file.new" "$file"
    )
  fi
  { read -r AWS_ACCESS_KEY_ID && read -r AWS_SECRET_ACCESS_KEY; } <"$file"
  export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
}

random_hex() {
  od -An -N "$1" -tx1 /dev/urandom | tr -d ' \n'
}
