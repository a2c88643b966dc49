#!/usr/bin/env bash
# Detection and false alarms of every rule, on generated reports of known content, held to their gates.
# Usage: measure.sh PROGRAM [CLEAN]
#
# CLEAN clean reports (100 as a test, 3000 for the full measure), one and a half times as many with one
# defect each, every defect in its turn, half as many with several at once, and a quarter as Word files and PDFs.
set -euo pipefail
program=$1
clean=${2:-100}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

measure() { # SEED DEFECTS COUNT SHAPES THRESHOLD...
    local folder=$work/$1
    echo "== $3 reports, defects: $2 (seed $1), shapes: $4"
    python3 "$here/generate.py" "$folder" --seed "$1" --count "$3" --years 2014-2025 --defects "$2" --shapes "$4" --jobs 2 >/dev/null
    "$program" check "$folder" --output "ndjson:$folder.check" --quiet || [[ $? -le 3 ]]
    "$program" extract "$folder" --output "ndjson:$folder.extract" --quiet || [[ $? -le 3 ]]
    python3 "$here/evaluate.py" "$folder/labels.ndjson" "$folder.check" "$folder.extract" --show 20 "${@:5}"
}

pages=html,htmlgb,text,cells,pipe
carriers=docx,pdf
if ! command -v pdftotext >/dev/null || ! { command -v chromium || command -v soffice; } >/dev/null; then
    echo "SKIPPED PDF: nothing is installed that prints (chromium, libreoffice-writer) or reads it (poppler-utils)"
    carriers=docx
fi
measure 11 none "$clean" $pages --gate 0.99,0 --min-cells 1
measure 12 each $((clean * 3 / 2)) $pages --gate 0.99,0 --min-cells 0.999 --min-placed 0.985
measure 13 mixed $((clean / 2)) $pages --gate 0.98,0 --min-cells 0.999
measure 14 each $((clean / 4)) $carriers --gate 0.98,0 --min-cells 0.999
