# shellcheck shell=bash
# Checks of what is not Java: scripts, Terraform, container files. What a machine lacks is said.

# Pinned, since a linter that moves breaks a build that did not.
LINTERS=(dclint@3.1.0 dockerfile-utils@0.16.3 @cdktf/hcl2json@0.21.0 axe-core@4.14.1)
LINTERS_DIR=target/linters

check_scripts() {
  if ! command -v shellcheck >/dev/null; then
    say "shellcheck is missing: the scripts are not checked"
    return
  fi
  say "Checking the scripts"
  shellcheck run test bench ops upscale models .ci/run scripts/*.sh docker/*.sh
}

install_linters() {
  local wanted="${LINTERS[*]}"
  if [[ "$(cat "$LINTERS_DIR/installed" 2>/dev/null)" == "$wanted" ]]; then
    return
  fi
  say "Installing the linters"
  mkdir -p "$LINTERS_DIR"
  npm install --silent --no-audit --no-fund --prefix "$LINTERS_DIR" "${LINTERS[@]}"
  echo "$wanted" >"$LINTERS_DIR/installed"
}

# The compose file against the Compose Specification's schema; what dclint says of style is not ours.
check_containers() {
  say "Checking the container files"
  "$LINTERS_DIR/node_modules/.bin/dclint" --config docker/dclint.json docker-compose.yml
  local file
  for file in docker/*.Dockerfile; do
    "$LINTERS_DIR/node_modules/.bin/dockerfile-utils" lint "$file"
  done
}

check_terraform() {
  check_terraform_format
  check_terraform_modules
  check_terraform_validity
  check_terraform_schema "${TERRAFORM_CHECK:-../shared/tools/terraform-check/terraform-check.cjs}"
}

check_terraform_format() {
  if ! command -v terraform >/dev/null; then
    say "terraform is missing: its files' formatting is not checked"
    return
  fi
  say "Checking Terraform's formatting"
  TF_CLI_CONFIG_FILE=/dev/null terraform fmt -check -recursive terraform
}

# Arguments and outputs between the modules.
check_terraform_modules() {
  say "Checking how Terraform's modules are put together"
  NODE_PATH="$LINTERS_DIR/node_modules" node scripts/terraform-modules.cjs terraform
}

# In a copy, since terraform writes beside what it reads.
check_terraform_validity() {
  command -v terraform >/dev/null || return 0
  local copy=target/terraform-validity example
  rm -rf "$copy"
  mkdir -p "$copy"
  cp -r terraform "$copy"
  for example in "$copy"/terraform/examples/*; do
    if ! TF_CLI_CONFIG_FILE=/dev/null timeout 120 terraform -chdir="$example" init -backend=false -input=false >/dev/null 2>&1; then
      say "Terraform's providers cannot be had here: terraform validate is left out"
      return
    fi
    say "Validating ${example#"$copy"/}"
    TF_CLI_CONFIG_FILE=/dev/null terraform -chdir="$example" validate
  done
}

# Resources and arguments against the provider's schema, which takes no account and no network.
check_terraform_schema() {
  local checker="$1"
  if [[ ! -e "$checker" ]]; then
    say "No $checker: Terraform is not checked against the provider's schema (TERRAFORM_CHECK names it)"
    return
  fi
  say "Checking Terraform against the provider's schema"
  NODE_PATH="$LINTERS_DIR/node_modules" node "$checker" terraform
}
