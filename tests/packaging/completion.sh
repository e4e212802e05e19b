#!/bin/bash
# SPDX-License-Identifier: MPL-2.0
#
# Loads the completions in bash and asks as a person would:
#     completion.sh SIGTE RULES
set -u
sigte=$1 rules=$2
failures=0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
mkdir -p folder "two words"
touch a.json b.csv c.txt "dansk æble.ndjson"

# shellcheck disable=SC1090
. <("$sigte" completion bash) || exit 1
complete -p sigte >/dev/null || exit 1

# What the words, the last of them unfinished, are completed to.
answers() {
  COMP_WORDS=("$sigte" "$@")
  COMP_CWORD=$#
  COMPREPLY=()
  _sigte
  printf '%s\n' "${COMPREPLY[@]}"
}

# has WORD… -- EXPECTED…, hasnt likewise.
check() {
  local wanted=$1 words=() answer
  shift
  while [ "$1" != "::" ]; do
    words+=("$1")
    shift
  done
  shift
  answer=$(answers "${words[@]}")
  local expected
  for expected in "$@"; do
    local found=no
    grep -qxF -e "$expected" <<<"$answer" && found=yes
    if [ "$found" != "$wanted" ]; then
      echo "completion: 'sigte ${words[*]}' gives '$expected': $found" >&2
      echo "$answer" | head -20 >&2
      failures=$((failures + 1))
    fi
  done
}

check yes "" :: screen rules audit completion
check yes sc :: screen schema
check no sc :: rules
check yes rules "" :: check test score
check no rules "" :: screen
check yes screen -- :: --format --output --rules
check no screen -- :: --since
check yes audit verify --s :: --since
check yes screen --format "" :: full ndjson sarif
check no screen --format "" :: a.json
check yes screen --lang = "" :: da en
check yes screen --lang = e :: en
check no screen --lang = e :: da
check yes screen "" :: a.json b.csv folder "two words" "dansk æble.ndjson"
check no screen "" :: c.txt
check yes screen --quiet a.json b :: b.csv
check yes --lang da rules "" :: check
check yes screen --rules "" :: folder
check no screen --rules "" :: a.json
check yes screen -o "" :: c.txt
check yes explain --rules "$rules" E :: E5
check yes explain --rules "$rules" R1 :: R102
check yes schema "" :: submission
check yes validate --schema sub :: submission
check yes completion "" :: bash codes
[ "$failures" -eq 0 ] && echo "completion: all well"
exit "$((failures > 0))"
