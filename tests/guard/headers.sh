#!/usr/bin/env bash
# Every header compiles alone. Usage: headers.sh COMPILER FLAGS...
set -u
cd "$(dirname "$0")/../.." || exit 1
failed=0
count=0
for header in auditor/*/*.h; do
    count=$((count + 1))
    "$@" -std=c11 -D_GNU_SOURCE -DAUDITOR_VERSION='"guard"' -Wall -Wextra -Wpedantic -Werror \
        -Wno-unused-function -fsyntax-only -Iauditor -include "$header" -x c - <<<"int guard;" || {
        echo "$header does not compile alone"
        failed=1
    }
done
echo "$count headers"
[[ $count -gt 20 && $failed -eq 0 ]]
