#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
#
# Within a bare Debian: installs the packages that lie beside this, tries them,
# and takes them off again. Nothing of them may stay.
set -eu
cd "$(dirname "$0")"
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

quietly() {
  "$@" >/tmp/log 2>&1 || {
    cat /tmp/log >&2
    exit 1
  }
}

quietly apt-get update
quietly apt-get install -y --no-install-recommends \
  ./sigte_*.deb ./libsigte0_*.deb ./sigte-rules_*.deb
sh ./smoke.sh
quietly apt-get install -y --no-install-recommends ./libsigte-dev_*.deb
[ -f /usr/include/sigte/sigte.h ]

# The program cannot stay without its library.
quietly apt-get remove -y libsigte0
[ ! -e /usr/bin/sigte ]
quietly apt-get purge -y sigte-rules libsigte0
left=$(find / -xdev -name '*sigte*' -not -path '/packages/*' \
  -not -path '/proc/*' -not -path '/sys/*' -not -path '/var/cache/*' \
  -not -path '/var/log/*')
[ -z "$left" ] || {
  echo "left behind: $left" >&2
  exit 1
}
echo "bare Debian: installed, tried and removed"
