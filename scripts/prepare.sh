# Sourced by the other scripts: goes to the project's root, sees to what a build needs, and builds.
# shellcheck shell=sh

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd) || exit 1
cd "$root" || exit 1
# Folders of builds; a script may set another.
build=${KITH_BUILD:-$root/build}

packages='autoconf automake gcc libc6-dev libglib2.0-dev libcurl4-gnutls-dev libgraphviz-dev libjson-glib-dev libraptor2-dev libtool
libxml2-dev make pkg-config'

say() {
  printf '%s\n' "$*" >&2
}

die() {
  say "$(basename "$0"): $*"
  exit 1
}

# Whether everything that a build needs is there.
is_ready() {
  for tool in autoreconf automake gcc libtoolize make pkg-config; do
    command -v "$tool" >/dev/null 2>&1 || return 1
  done
  pkg-config --exists glib-2.0 gio-unix-2.0 json-glib-1.0 raptor2 libcurl libxml-2.0 libcgraph libgvc
}

# Installs Debian packages, as root or through sudo; says what to run where neither is possible.
install_packages() {
  # shellcheck disable=SC2086 # a list of words
  if [ "$(id -u)" -eq 0 ]; then
    DEBIAN_FRONTEND=noninteractive apt-get -q update >&2 &&
      DEBIAN_FRONTEND=noninteractive apt-get -qy install --no-install-recommends $1 >&2
  elif command -v sudo >/dev/null 2>&1; then
    sudo apt-get -q update >&2 &&
      sudo DEBIAN_FRONTEND=noninteractive apt-get -qy install --no-install-recommends $1 >&2
  else
    false
  fi || die "cannot install what is missing. As root, run:
  apt-get update && apt-get install --no-install-recommends $(printf '%s ' $1)"
}

prepare() {
  is_ready && return
  command -v apt-get >/dev/null 2>&1 || die "something of this is missing, and there is no apt-get: $packages"
  say 'Installing what the build needs ...'
  install_packages "$packages"
  is_ready || die 'the packages are installed, but the build would still miss something'
}

# Builds in $build; arguments go to configure.
compile() {
  if [ ! -x configure ]; then
    autoreconf -fi >"$root/autoreconf.log" 2>&1 || { cat "$root/autoreconf.log" >&2; die 'autoreconf failed'; }
    rm -f "$root/autoreconf.log"
  fi
  mkdir -p "$build" || exit 1
  if [ ! -f "$build/Makefile" ]; then
    (cd "$build" && "$root/configure" -q "$@") >&2 || die 'configure failed'
  fi
  make -s -C "$build" -j"$(nproc)" all >&2 || die 'the build failed'
}
