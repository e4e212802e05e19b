#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
#
# Makes the packages twice, in different surroundings, compares them byte for
# byte, looks at them, unpacks them into one folder and tries them there.
#     packages.sh SOURCE BUILD WORK
set -eu
source=$1 build=$2 work=$3
rm -rf "$work"
mkdir -p "$work/one" "$work/another/deeper" "$work/root"

fail() {
  echo "packages: $*" >&2
  exit 1
}

export SOURCE_DATE_EPOCH=1764028800
pack() {
  cpack --config "$build/CPackConfig.cmake" -B "$1" >"$1/log" 2>&1 ||
    fail "$(cat "$1/log")"
}
umask 022  # cpack leaves it in the heads of a package's members
(LC_ALL=C TZ=UTC pack "$work/one")
(LC_ALL=C.UTF-8 TZ=Asia/Tokyo pack "$work/another/deeper")
count=0
for package in "$work"/one/*.deb; do
  cmp "$package" "$work/another/deeper/$(basename "$package")" ||
    fail "$(basename "$package") is not the same when it is made again"
  dpkg-deb -x "$package" "$work/root"
  count=$((count + 1))
done
[ "$count" -eq 4 ] || fail "$count packages instead of 4"

field() { dpkg-deb -f "$work"/one/"$1"_*.deb "$2"; }
version=$(field sigte Version)
for package in sigte libsigte0 libsigte-dev sigte-rules; do
  [ "$(field "$package" Package)" = "$package" ] || fail "no package $package"
  [ "$(field "$package" Version)" = "$version" ] ||
    fail "$package has another version"
done
depends() {
  field "$1" Depends | tr ',' '\n' | sed 's/^ *//' | grep -qF -e "$2" ||
    fail "$1 does not depend on $2: $(field "$1" Depends)"
}
depends sigte "libsigte0 (= $version)"
depends sigte "sigte-rules (= $version)"
depends libsigte0 "libyaml-cpp"
depends libsigte0 "libc6"
depends libsigte-dev "libsigte0 (= $version)"
[ "$(field sigte-rules Architecture)" = all ] || fail "sigte-rules is not for all"

# Where it was built is nobody's business, and would not be the same elsewhere.
if found=$(grep -rlaF -e "$source" -e "$build" "$work/root"); then
  fail "the build's folders are named in: $found"
fi
for file in "$work"/root/usr/bin/sigte "$work"/root/usr/lib/*/libsigte.so.0; do
  ! readelf -d "$file" | grep -q 'R.*PATH' || fail "$file has an rpath"
  readelf -d "$file" | grep -q 'BIND_NOW\|FLAGS.*NOW' || fail "$file binds late"
done
for package in sigte libsigte0 libsigte-dev sigte-rules; do
  for file in copyright changelog.gz changelog.Debian.gz; do
    [ -s "$work/root/usr/share/doc/$package/$file" ] ||
      fail "$package has no $file"
  done
done

sh "$source/engine/packaging/smoke.sh" "$work/root"

if command -v lintian >/dev/null; then
  # Warnings count, too; what cannot be mended is explained in an override.
  lintian --allow-root --fail-on error,warning --tag-display-limit 0 \
    "$work"/one/*.deb || fail "lintian has something to say"
else
  echo "packages: lintian is not installed: not asked"
fi
echo "packages: all well"
