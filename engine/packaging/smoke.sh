#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
#
# Tries what the packages installed:  smoke.sh [ROOT]
# ROOT is a folder that they were unpacked into; without it they are installed.
set -eu
root=${1:-}
[ -z "$root" ] || root=$(cd "$root" && pwd)
LC_ALL=C.UTF-8
export LC_ALL
unset SIGTE_RULES
# Far from everything, so that paths are told whole.
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here"

fail() {
  echo "smoke test: $*" >&2
  exit 1
}

sigte=$root/usr/bin/sigte
[ -x "$sigte" ] || fail "no $sigte"
if [ -n "$root" ]; then
  library=$(find "$root/usr/lib" -name 'libsigte.so.0')
  LD_LIBRARY_PATH=$(dirname "$library")
  export LD_LIBRARY_PATH
fi

# expect CODE TEXT ARGUMENT…
expect() {
  code=0
  wanted=$1 text=$2
  shift 2
  said=$("$sigte" "$@" 2>&1) || code=$?
  [ "$code" -eq "$wanted" ] || fail "'sigte $*' ended with $code: $said"
  printf '%s\n' "$said" | grep -qF -e "$text" ||
    fail "'sigte $*' does not say '$text': $said"
}

doc=$root/usr/share/doc/sigte
expect 0 "$root/usr/share/sigte/rules/kortlaegning-2022" --version --json
expect 0 "sha256" --version
expect 1 "Poster læst: 43" screen "$doc/examples/kortlaegning-2022/"
expect 0 "Udgifter til tolkning" explain E5
expect 0 "kan bruges" rules check
expect 0 "alle passer" rules test
expect 0 "submission" schema
expect 0 "" validate --schema submission \
  "$doc/examples/kortlaegning-2022/751-aarhus.json"
expect 2 "--help" no-such-command

for page in man1/sigte.1 man1/sigte-screen.1 man5/sigte-ruling.5 \
  man5/sigte-ruleset.5 man5/sigte-rules.5 da/man1/sigte.1 \
  da/man5/sigte-ruling.5; do
  [ -s "$root/usr/share/man/$page.gz" ] || fail "no manual page $page"
done

# shellcheck disable=SC2016  # the inner shell's
bash -c '. "$1" && complete -p sigte' bash \
  "$root/usr/share/bash-completion/completions/sigte" >/dev/null ||
  fail "the completions do not load"
echo "smoke test: all well"
