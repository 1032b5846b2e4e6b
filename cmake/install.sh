# The Debian 12 packages of the project, and how its two scripts, banenplan and tests/run, install, configure and build.
# Sourced by bash, with the script's name in `script` and the project's folder in `top`.
# shellcheck shell=bash disable=SC2034,SC2154

program_packages=(
  g++ cmake ninja-build
  libeigen3-dev libboost-dev librandom123-dev libyaml-cpp-dev libcli11-dev libfmt-dev nlohmann-json3-dev libssl-dev
  libxlsxwriter-dev
  # What bundles the page (plots/page).
  nodejs npm
)
test_packages=(
  catch2
  # What makes up the data that properties are tried on, and makes them smaller where one fails.
  librapidcheck-dev
  # What opens and recomputes the workbook (tests/plots/recompute), and looks into it (tests/cases).
  libreoffice-calc unzip
  # The engine for WebAssembly (tests/engine/wasm).
  clang lld wasi-libc libclang-rt-14-dev-wasm32 libc++-14-dev-wasm32 libc++abi-14-dev-wasm32
  # The fuzzer and its sanitizers (tests/fuzz).
  libclang-rt-14-dev
  # What opens the page (tests/page), with letters as wide as most people have.
  chromium fonts-liberation
  # What reads which lines the tests ran (tests/coverage).
  gcovr
  # What holds scenarios against the schema for editors (tests/schema).
  python3-jsonschema python3-yaml
)

# For what tests/run --all adds: a locale with a decimal comma, and what looks at the sources (tests/tidy).
long_test_packages=(locales clang-tidy)
# For the target benchmark (BANENPLAN_BENCHMARKS) and for sharing a run out over machines (BANENPLAN_MPI).
benchmark_packages=(libbenchmark-dev)
mpi_packages=(libopenmpi-dev openmpi-bin)

say() { echo "$script: $*" >&2; }

# Runs a command whose output is of interest only when it fails: then its end is shown.
quietly() {
  local log=$1
  shift
  if ! "$@" >"$log" 2>&1 </dev/null; then
    tail -n 30 "$log" >&2
    return 1
  fi
}

# Prints those of the named packages that are not installed.
missing_packages() {
  local installed package
  installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
  for package in "$@"; do
    # Node.js from elsewhere brings its own npm, with which Debian's conflicts.
    case $package in
      nodejs) ! command -v node >/dev/null || continue ;;
      npm) ! command -v npm >/dev/null || continue ;;
    esac
    [[ $'\n'$installed$'\n' == *$'\n'"$package installed"$'\n'* ]] || echo "$package"
  done
}

# Installs what is missing of the named packages, or says in one line what somebody else should install.
install_packages() {
  command -v dpkg-query >/dev/null || return 0 # not Debian: CMake names what it does not find
  local missing=() log as_root=()
  mapfile -t missing < <(missing_packages "$@")
  [[ ${#missing[@]} -gt 0 ]] || return 0
  if [[ $(id -u) != 0 ]]; then
    # With a terminal sudo may ask for a password; without one it must not wait for it.
    if ! sudo -n true 2>/dev/null && ! { [[ -t 0 && -t 2 ]] && sudo -v; }; then
      say "installeer eerst, als beheerder: apt-get install ${missing[*]}"
      return 1
    fi
    as_root=(sudo)
  fi
  say "pakketten installeren: ${missing[*]}"
  log=$(mktemp)
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120)
  # A failed update is not yet a failure: the lists that are there may do.
  "${apt[@]}" update >"$log" 2>&1 </dev/null || true
  if ! quietly "$log" "${apt[@]}" install --yes --no-install-recommends "${missing[@]}"; then
    rm -f "$log"
    say "installeren is mislukt"
    return 1
  fi
  rm -f "$log"
}

# Configures a preset, from nothing when its build folder belongs to a tree at another place.
configure() {
  local preset=$1 fresh=()
  shift
  local cache=$top/build/$preset/CMakeCache.txt
  [[ -e $cache ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$top" "$cache" && fresh=(--fresh)
  mkdir -p "$top/build/$preset"
  (cd "$top" && quietly "build/$preset/configure.log" cmake "${fresh[@]}" --preset "$preset" "$@") ||
    { say "configureren is mislukt"; return 1; }
}

# Builds a preset; further arguments go to cmake --build.
build() {
  local preset=$1 log=$top/build/$1/build.log reason
  shift
  (cd "$top" && cmake --build --preset "$preset" --parallel "$(nproc)" "$@") >"$log" 2>&1 </dev/null && return
  if reason=$(grep -m 1 '^npm: ' "$log"); then # cmake/npm_ci.cmake says why
    say "${reason#npm: }"
  else
    tail -n 30 "$log" >&2
    say "bouwen is mislukt"
  fi
  return 1
}
