#!/bin/bash
# SPDX-License-Identifier: MPL-2.0
#
# Installs into a folder of the build, builds tests/consumer against that by
# CMake and by pkg-config, and runs what comes of it; then moves the installed
# tree and runs it again.  consumer.sh SOURCE BUILD WORK
set -eu -o pipefail
source=$1 build=$2 work=$3
rm -rf "$work"
mkdir -p "$work"
umask 022

fail() {
  echo "consumer: $*" >&2
  exit 1
}

prefix=$work/installed
cmake --install "$build" --prefix "$prefix" >/dev/null
libraries=$(dirname "$(find "$prefix" -name 'libsigte.a')")
[ -d "$libraries" ] || fail "no libsigte.a was installed"

record='{"id": "1", "municipality": 751, "year": 2019,
  "title": "Tolkebistand", "content": "Telefontolk til samtaler"}'
expect_verdict() {
  said=$("$@" "$record") || fail "'$*' ended with code $?"
  case $(printf '%s\n' "$said" | head -n 1) in
    include | exclude | borderline | invalid) ;;
    *) fail "'$*' said: $said" ;;
  esac
  printf '%s\n' "$said" | sed 1d | python3 -m json.tool >/dev/null ||
    fail "'$*' did not print a decision"
}

cmake -S "$source/tests/consumer" -B "$work/cmake" -DSTATIC=ON \
  -DCMAKE_PREFIX_PATH="$prefix" >"$work/cmake.log" ||
  fail "find_package: $(cat "$work/cmake.log")"
cmake --build "$work/cmake" >"$work/build.log" 2>&1 ||
  fail "$(cat "$work/build.log")"
rules=$(sed -n 's/^-- rules: //p' "$work/cmake.log")/kortlaegning-2022
[ -f "$rules/ruleset.yaml" ] || fail "sigte_RULES is wrong: $rules"
expect_verdict "$work/cmake/screen_one" "$rules"
expect_verdict "$work/cmake/screen_one_static" "$rules"

export PKG_CONFIG_PATH="$libraries/pkgconfig"
# shellcheck disable=SC2046  # words
c++ -std=c++20 "$source/tests/consumer/screen_one.cc" -o "$work/by-pkg-config" \
  $(pkg-config --cflags --libs sigte) -Wl,-rpath,"$libraries"
expect_verdict "$work/by-pkg-config" "$rules"
# The archive: by name, or the linker would take the shared library.
# shellcheck disable=SC2046
c++ -std=c++20 "$source/tests/consumer/screen_one.cc" -o "$work/static" \
  $(pkg-config --static --cflags --libs sigte |
    sed "s# -lsigte # $libraries/libsigte.a #")
expect_verdict "$work/static" "$rules"
[ "$(pkg-config --variable=rules sigte)/kortlaegning-2022/ruleset.yaml" \
  -ef "$rules/ruleset.yaml" ] || fail "pkg-config's 'rules' is wrong"

# One header, and nobody else's beside it.
headers=$(cd "$prefix/include" && find . -type f)
[ "$headers" = ./sigte/sigte.h ] || fail "headers: $headers"

if [ -e "$libraries/libsigte.so" ]; then
  # The shared library finds the rules that were installed with it.
  expect_verdict "$work/cmake/screen_one" ""
  readelf -d "$libraries/libsigte.so" | grep -q 'SONAME.*\[libsigte.so.0\]' ||
    fail "no soname libsigte.so.0"
  others=$(nm -DC --defined-only "$libraries/libsigte.so" | cut -c20- |
    grep -v '^sigte::api::\|^sigte::RunProgram(\|^SIGTE_0' || true)
  [ -z "$others" ] || fail "it exports more than its interface: $others"
fi

# DESTDIR with another prefix, then the tree is moved.
DESTDIR="$work/stage" cmake --install "$build" --prefix /opt/sigte >/dev/null
mkdir "$work/moved"
mv "$work/stage/opt/sigte" "$work/moved/to"
export LD_LIBRARY_PATH="$work/moved/to/${libraries#"$prefix"/}"
folder=$(cd / && "$work/moved/to/bin/sigte" --version --json |
  python3 -c 'import json, sys; print(json.load(sys.stdin)["ruleset"]["folder"])')
[ "$folder" -ef "$work/moved/to/share/sigte/rules/kortlaegning-2022" ] ||
  [ "/$folder" -ef "$work/moved/to/share/sigte/rules/kortlaegning-2022" ] ||
  fail "the moved program took its rules from '$folder'"
"$work/moved/to/bin/sigte" schema submission >/dev/null
echo "consumer: all well"
