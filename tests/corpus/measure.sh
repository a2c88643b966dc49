#!/usr/bin/env bash
# Detection and false alarms of every rule, on generated reports of known content, held to their gates.
# Usage: measure.sh PROGRAM [CLEAN]
#
# CLEAN clean reports (100 as a test, 3000 for the full measure), one and a half times as many with one
# defect each, every defect in its turn, and half as many with several at once.
set -euo pipefail
program=$1
clean=${2:-100}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

measure() { # SEED DEFECTS COUNT THRESHOLD...
    local folder=$work/$2
    echo "== $3 reports, defects: $2 (seed $1)"
    python3 "$here/generate.py" "$folder" --seed "$1" --count "$3" --years 2014-2025 --defects "$2" --jobs 2 >/dev/null
    "$program" check "$folder" --output "ndjson:$folder.check" --quiet || [[ $? -le 3 ]]
    "$program" extract "$folder" --output "ndjson:$folder.extract" --quiet || [[ $? -le 3 ]]
    python3 "$here/evaluate.py" "$folder/labels.ndjson" "$folder.check" "$folder.extract" --show 20 "${@:4}"
}

measure 11 none "$clean" --gate 0.99,0 --min-cells 1
measure 12 each $((clean * 3 / 2)) --gate 0.99,0 --min-cells 0.999 --min-placed 0.985
measure 13 mixed $((clean / 2)) --gate 0.98,0 --min-cells 0.999
