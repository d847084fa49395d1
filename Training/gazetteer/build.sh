#!/bin/sh
# Rebuilds states.tsv and the gazetteer with the pinned packages: build.sh PYTHON
set -eu
here=$(cd "$(dirname "$0")" && pwd)
resources="$here/../../Sources/RapporteurMeaning/Resources"
"$1" "$here/build_states.py" "$resources/Lexicons/states.tsv"
"$1" "$here/build_gazetteer.py" "$resources/Lexicons/states.tsv" "$resources/Gazetteer/places.gazetteer"
