#!/usr/bin/env bash
# Builds, runs, tests and measures why401. `./build.sh help` lists the commands.
set -euo pipefail
((BASH_VERSINFO[0] >= 5)) || { echo "build.sh needs bash 5; this is $BASH_VERSION." >&2; exit 3; }
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly ROOT=$PWD
readonly TOOLS=$ROOT/target/tools
readonly CORE=$ROOT/target/core
readonly LOGS=$ROOT/target/logs
readonly WASM_OPT=(-Os --strip-producers --strip-target-features --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext
  --enable-mutable-globals --enable-reference-types --enable-multivalue)
wasm=
bindgen=

say() { printf '%s\n' "$*"; }

# Runs a step under its header, and says how long it took. `set -e` is off inside it: steps join their commands by &&.
timed() {
  local title=$1 start=$SECONDS code=0
  shift
  printf '\n== %s\n' "$title"
  "$@" || code=$?
  printf -- '-- %s: %s, %d s\n' "$title" "$( ((code)) && echo "FAILED" || echo "done")" $((SECONDS - start))
  return "$code"
}

# shellcheck source=tests/tools/setup.sh
source tests/tools/setup.sh

usage() {
  cat <<'TEXT'
./build.sh                           dist/chrome, dist/firefox and a zip of each for the stores
./build.sh run [chromium|firefox]    a browser with the extension, on a server of 401s to try it on;
                                     without a display: plays every scenario, and prints what is said of each
./build.sh test [--full]             every test and check; --full adds every recorded case in both browsers, large
                                     storms of 401s and their times, the worker ended at 20 moments, every attack on
                                     the message in the page, and the real servers that are not in node
./build.sh lint                      formatting, clippy, types, the stores' own checks
./build.sh store                     what the stores ask for, in dist/store: packages, texts, icons, pictures, source
./build.sh bench                     what the extension costs
./build.sh help                      this

Whatever is missing is got from package registries first. Variables:
  WHY401_NO_INSTALL=1        only list what is missing, and stop with code 3
  WHY401_WASM=rustup|debian  the toolchain that compiles for WebAssembly
  CHROMIUM, CHROMEDRIVER, FIREFOX  the browsers and the driver to use
TEXT
}

# Runs cargo for WebAssembly, with no path of this machine in what it makes.
wasm_cargo() {
  local flags=(--remap-path-prefix="${CARGO_HOME:-$HOME/.cargo}=cargo" --remap-path-prefix="$ROOT=why401")
  local cargo=(cargo) options=()
  if [[ $wasm == debian ]]; then
    cargo=(env "PATH=/usr/bin:$PATH" RUSTC_BOOTSTRAP=1 /usr/bin/cargo)
    options=("-Zbuild-std=std,panic_abort")
    flags+=(--remap-path-prefix="$(realpath /usr/lib/rustlib/src/rust)=rust")
  else
    flags+=(--remap-path-prefix="$(rustc --print sysroot)=rust")
  fi
  local encoded command=$1
  shift
  encoded=$(printf '%s\x1f' "${flags[@]}")
  CARGO_ENCODED_RUSTFLAGS=${encoded%$'\x1f'} "${cargo[@]}" "$command" "${options[@]}" \
    --target wasm32-unknown-unknown --target-dir target/wasm --no-default-features --features wasm "$@"
}

# The core as an ES module in target/core; remade only if cargo made another one.
build_core() {
  wasm_cargo build --profile wasm --lib || return
  local made=target/wasm/wasm32-unknown-unknown/wasm/why401.wasm stamp
  stamp=$(cksum "$made" tests/package-lock.json Cargo.lock; say "${WASM_OPT[*]}")
  [[ $stamp == "$(cat "$CORE/.stamp" 2>/dev/null)" ]] && return
  rm -rf "$CORE" &&
    "$bindgen/wasm-bindgen" --target web --out-dir "$CORE/core" "$made" &&
    tests/node_modules/.bin/wasm-opt "${WASM_OPT[@]}" "$CORE/core/why401_bg.wasm" -o "$CORE/core/why401_bg.wasm" &&
    say "$stamp" >"$CORE/.stamp"
}

build_words() {
  cargo run --quiet --bin why401 -- words >target/words.json &&
    cargo run --quiet --bin why401 -- pages >target/pages.json
}

build_extension() {
  node tests/tools/pack.mjs "$(cargo pkgid | sed 's/.*[#@]//')"
}

want_for_build() {
  want_cargo
  want_node
  want_wasm
  want_bindgen
  want_npm
}

build() {
  timed "Core for the browsers" build_core &&
    timed "Words" build_words &&
    timed "Extension" build_extension
}

toolchain() {
  if [[ $wasm == debian ]]; then /usr/bin/rustc --version; else rustc --version; fi
}

versions() {
  say "$(toolchain) for WebAssembly ($wasm), $(rustc --version) for the rest, node $(node --version)"
}

command_build() {
  want_for_build
  carry_out_plan
  versions
  build
}

command_run() {
  local browsers=() options=() word
  for word in "$@"; do
    case $word in
      chromium | firefox) browsers+=("$word") ;;
      *) options+=("$word") ;;
    esac
  done
  if ((${#browsers[@]} == 0)); then
    browsers=(chromium)
    [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} || $(uname) == Darwin ]] || browsers=(chromium firefox)
  fi
  want_for_build
  for word in "${browsers[@]}"; do "want_$word"; done
  carry_out_plan
  build
  timed "The server of 401s" cargo build --example lab
  node tests/e2e/run.mjs "${browsers[@]}" "${options[@]}"
}

check_types() {
  tests/node_modules/.bin/tsc --project tests/tsconfig.extension.json &&
    tests/node_modules/.bin/tsc --project tests/tsconfig.json
}

# `cargo fmt` does not find the modules that a macro declares.
check_format() { find src tests -name '*.rs' -not -path '*/node_modules/*' -exec rustfmt --edition 2024 --check {} +; }
check_clippy() { cargo clippy --all-targets --all-features -- -D warnings; }
check_store() { tests/node_modules/.bin/web-ext lint --source-dir dist/firefox --warnings-as-errors --no-config-discovery; }

test_native() {
  local full=()
  [[ " $* " != *" --full "* ]] || full=(env WHY401_FULL=1)
  "${full[@]}" cargo test --no-fail-fast
}
test_browser() {
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=$bindgen/wasm-bindgen-test-runner \
    WASM_BINDGEN_TEST_TIMEOUT=120 wasm_cargo test --test browser
}
test_extension() { node --test tests/extension/*.test.mjs tests/fixes/*.test.mjs; }
test_mutations() { node tests/tools/mutations.mjs; }
test_rules() { cargo test --test mutations -- --ignored; }
test_end_to_end() {
  cargo build --example lab && node tests/e2e/test.mjs "$@"
}

test_real_servers() { node tests/real/test.mjs "$@"; }

test_differential() {
  cargo build --example lab --example cookie-verdicts && node tests/differential/run.mjs "$@"
}

# One phase of the tests: the phases after it run whatever it says.
phase() {
  local title=$1 kind=$2 log=$LOGS/$3.log code=0
  shift 2
  mkdir -p "$LOGS"
  timed "$title" "$@" 2>&1 | tee "$log" || code=1
  count "$kind" "$code" "$log"
}

# Starts a phase beside the ones that follow; what it says is printed, and counted, by `join`.
beside() {
  beside_kind=$2 beside_log=$LOGS/$3.log
  local title=$1
  shift 2
  mkdir -p "$LOGS"
  timed "$title" "$@" >"$beside_log" 2>&1 &
  beside_job=$!
}

join() {
  local code=0
  wait "$beside_job" || code=1
  cat "$beside_log"
  count "$beside_kind" "$code" "$beside_log"
}

passed=0
failed=0
beside_kind=
beside_log=
beside_job=

# A check counts as one. A test run counts what it says of itself, and one more failure if it broke without naming any.
count() {
  local kind=$1 code=$2 log=$3 run_passed=0 run_failed=0
  if [[ $kind == tests ]]; then
    read -r run_passed run_failed < <(node tests/tools/count.mjs "$log")
  else
    run_passed=$((1 - code))
  fi
  ((code == 0 || run_failed > 0)) || run_failed=1
  ((passed += run_passed, failed += run_failed)) || true
}

lint_phases() {
  phase "Formatting" check check_format
  phase "Clippy" check check_clippy
  phase "Types of the JavaScript" check check_types
  phase "The store's own check" check check_store
}

summary() {
  printf '\nAll took %d s.\n%d passed, %d failed\n' "$SECONDS" "$passed" "$failed"
  ((failed == 0))
}

command_lint() {
  want_for_build
  want_rust_linters
  carry_out_plan
  build
  lint_phases
  summary
}

command_test() {
  want_for_build
  want_rust_linters
  want_chromium
  want_chromedriver
  want_firefox
  [[ " $* " != *" --full "* ]] || want_servers
  carry_out_plan
  versions
  say "$("$CHROMIUM" --version), $("$FIREFOX" --version)"
  beside "Extension" check build
  phase "Native tests" tests test_native "$@"
  join
  lint_phases
  phase "Tests of the extension's parts" tests test_extension
  [[ " $* " != *" --full "* ]] || phase "Does every condition of every rule decide a case" tests test_rules
  [[ " $* " != *" --full "* ]] || phase "Do the tests of the extension's parts bite" tests test_mutations
  phase "The core in a browser" tests test_browser
  phase "Cookies, decided as the browsers do" tests test_differential "$@"
  phase "End to end, in both browsers" tests test_end_to_end "$@"
  phase "Real servers, misused and mended" tests test_real_servers "$@"
  summary
}

command_store() {
  want_for_build
  want_chromium
  carry_out_plan
  build
  timed "The server of 401s" cargo build --example lab
  timed "What the stores ask for" node tests/tools/store.mjs "$(versions)
wasm-bindgen $("$bindgen/wasm-bindgen" --version), $(tests/node_modules/.bin/wasm-opt --version)"
  timed "Pictures" node tests/e2e/pictures.mjs dist/store/pictures
}

command_bench() {
  want_for_build
  want_chromium
  want_firefox
  carry_out_plan
  build
  timed "The server of 401s" cargo build --example lab
  timed "Pages with the extension and without it, and the core at its work" node tests/bench/extension.mjs &&
    timed "The cookie engine against tough-cookie" node tests/bench/cookies.mjs
}

main() {
  local command=${1:-build}
  shift || true
  case $command in
    build | run | test | lint | store | bench) "command_$command" "$@" ;;
    help | --help | -h) usage ;;
    *) usage >&2; exit 2 ;;
  esac
}

main "$@"
