#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
#
# Every page of the manual is sound by mandoc's measure, there in both languages,
# and says what --help says.  manual.sh SIGTE GENERATE DATE WORK SCHEMA…
set -eu
sigte=$1 generate=$2 date=$3 work=$4
shift 4
rm -rf "$work"
mkdir -p "$work"

fail() {
  echo "manual: $*" >&2
  exit 1
}

"$generate" "$work/man" "$date" "$@"
"$generate" "$work/again" "$date" "$@"
diff -r "$work/man" "$work/again" || fail "not the same when written again"

english=$(cd "$work/man" && find man1 man5 -type f | sort)
danish=$(cd "$work/man/da" && find man1 man5 -type f | sort)
[ -n "$english" ] || fail "there are no pages"
[ "$english" = "$danish" ] || fail "the languages have different pages"

for schema in "$@"; do
  name=$(basename "$schema" .schema.json)
  [ -s "$work/man/man5/sigte-$name.5" ] || fail "no page on $name"
done

# Every option of every command's help stands on that command's page.
for page in $english; do
  case $page in man5/*) continue ;; esac
  command=$(basename "$page" .1 | tr - ' ')
  # shellcheck disable=SC2086  # words
  for option in $("$sigte" ${command#sigte} --help --lang en |
    grep -o '^  -[^ ]*' | tr -d ' ' | tr ',' '\n'); do
    escaped=$(printf '%s' "$option" | sed 's/-/\\-/g')
    grep -qF -e "fB$escaped" "$work/man/$page" ||
      fail "$page does not tell of $option"
  done
done

command -v mandoc >/dev/null || {
  echo "manual: mandoc is not installed: not asked"
  exit 0
}
find "$work/man" -type f -exec mandoc -T lint -W warning {} + ||
  fail "mandoc has something to say"
mandoc -K utf-8 -T utf8 "$work/man/da/man1/sigte-screen.1" |
  grep -q 'Afgør for hver post' || fail "the Danish page cannot be read"
echo "manual: all well"
