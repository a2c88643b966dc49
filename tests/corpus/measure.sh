#!/usr/bin/env bash
# Detection and false alarms on generated reports of known content, held above thresholds.
# Usage: measure.sh PROGRAM [COUNT]
set -euo pipefail
program=$1
count=${2:-300}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

measure() { # SEED DEFECTS THRESHOLD...
    local folder=$work/$2
    python3 "$here/generate.py" "$folder" --seed "$1" --count "$count" --years 2014-2025 --defects "$2" >/dev/null
    "$program" check "$folder" --output "ndjson:$folder.check" --quiet || [[ $? -le 3 ]]
    "$program" extract "$folder" --output "ndjson:$folder.extract" --quiet || [[ $? -le 3 ]]
    if grep -o '"state":"error"' "$folder.check"; then
        echo "a rule failed on a document of $folder" >&2
        return 2
    fi
    python3 "$here/evaluate.py" "$folder/labels.ndjson" "$folder.check" "$folder.extract" --show 20 "${@:3}"
}

measure 11 none --min-cells 1 --max-false 0
measure 12 mixed --min-cells 0.999 --min-detected 0.99 --min-placed 0.985 --max-false 0.0005
