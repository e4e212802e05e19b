#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
#
# Checks the log's signature on a checkpoint with openssl alone.
#   check_signature.sh CHECKPOINT VKEY     exit code 0: it is right
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# "name+id+base64": the base64 may hold a '+' of its own.
name=${2%%+*}
rest=${2#*+}
encoded=${rest#*+}
# SubjectPublicKeyInfo of an Ed25519 key (RFC 8410) is this and the 32 bytes.
printf '\060\052\060\005\006\003\053\145\160\003\041\000' >"$work/key.der"
printf '%s' "$encoded" | openssl base64 -d -A | tail -c 32 >>"$work/key.der"
# The text is all before the empty line; the signature follows four bytes of id.
sed '/^$/,$d' "$1" >"$work/text"
line=$(sed -n "s|^— $name ||p" "$1" | head -n 1)
[ -n "$line" ] || { echo "not signed by $name"; exit 1; }
printf '%s' "$line" | openssl base64 -d -A | tail -c 64 >"$work/signature"
openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key.der" -rawin \
  -in "$work/text" -sigfile "$work/signature" >/dev/null
