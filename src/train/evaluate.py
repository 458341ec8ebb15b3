"""How good the files in models/en are, read as Hearsay reads them: ONNX Runtime, int8, one window at a time. Needs onnxruntime and numpy, no torch.

  evaluate.py --models models/en --corpus DIR            names, attributions and check-worthiness of the dev sets
  evaluate.py --models models/en --corpus DIR --same DIR2   the share of equal tags with other files (*.float.onnx in DIR2), or with other thread counts
"""

import argparse
import json
import os
import time

import numpy as np

import corpora
import pieces
import score


def names_offset(folder):
    """What the reader adds to the logarithm of O."""
    with open(os.path.join(folder, "encoder.properties"), encoding="ascii") as f:
        return float(next(x.split("=")[1] for x in f if x.startswith("names.offset=")))


class OnnxTagger:
    """The same answers as tagger.Tagger, from the shipped files."""

    def __init__(self, folder, suffix="", threads=1, offset=0.0):
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        opened = lambda name: onnxruntime.InferenceSession(os.path.join(folder, name + suffix + ".onnx"), options, providers=["CPUExecutionProvider"])
        self.encoder, self.args = opened("encoder"), opened("args")
        self.seconds = 0.0
        self.offset = offset

    def read(self, items, jobs_of=None):
        for i, x in enumerate(items):
            began = time.process_time()
            ids, shp = x["ids"].astype(np.int64)[None], x["shp"].astype(np.int64)[None]
            h, names, cue, worth = self.encoder.run(None, {"ids": ids, "shp": shp})
            first = x["starts"].astype(np.int64)
            cue = cue[0, first]
            names[:, :, 0] += self.offset
            answers = []
            for part, a, b in jobs_of(i, x, cue) if jobs_of else ():
                lo, hi, w0, w1 = x["bounds"][part]
                end = int(first[b]) if b < w1 else hi - 1
                rel = score.relation(hi - lo, int(first[a]) - lo, end - lo)[None]
                (y,) = self.args.run(None, {"h": h[:, lo:hi], "rel": rel.astype(np.int64)})
                answers.append(((part, a, b), y[0, first[w0:w1] - lo]))
            self.seconds += time.process_time() - began
            yield i, names[0, first], cue, worth[0, first], answers


def documents(path):
    with open(path, encoding="utf8") as f:
        return [json.loads(x) for x in f]


def figures(tagger, corpus, vocabulary, offsets):
    out = {}
    for k in ("crossner_politics_dev", "uner_ewt_dev"):
        out[k] = score.names_score(tagger, os.path.join(corpus, "names/dev", k + ".conll"), vocabulary)
        print(k, out[k], flush=True)
    dev = documents(os.path.join(corpus, "claims/polnear.dev.jsonl"))
    for offset in offsets:
        out[f"polnear dev, cue.offset {offset}"] = score.claims_score(dev, score.attributions(tagger, dev, vocabulary, offset))
        print("polnear dev, cue.offset", offset, out[f"polnear dev, cue.offset {offset}"], flush=True)
    out["worth"] = score.worth_score(tagger, os.path.join(corpus, "claims/ct19.train.jsonl"), vocabulary, corpora.worth_held)
    print("worth of debates not trained on: mean average precision, debates", out["worth"])
    return out


def same(one, other, corpus, vocabulary):
    """Tags of the dev articles from two readers."""
    docs = documents(os.path.join(corpus, "claims/polnear.dev.jsonl"))
    items = []
    for d in docs:
        parts = [p for line in pieces.lines_of(pieces.plain(d["text"])) for p in pieces.parts_of(line, vocabulary)]
        items += [corpora.window_item(w, "claims", 1, -1, "dev") for w in pieces.windows(parts)]
    tags = []
    for t in (one, other):
        tags.append({i: (score.viterbi(n), score.viterbi(c)) for i, n, c, _, _ in t.read(items)})
    words = sum(len(x["starts"]) for x in items)
    differ = [sum(a != b for i in tags[0] for a, b in zip(tags[0][i][k], tags[1][i][k])) for k in (0, 1)]
    print(f"{words} words in {len(items)} windows: {differ[0]} name tags and {differ[1]} cue tags differ")


def main():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("--models", required=True)
    o.add_argument("--corpus", required=True)
    o.add_argument("--vocabulary")
    o.add_argument("--suffix", default="")
    o.add_argument("--threads", type=int, default=1)
    o.add_argument("--offsets", default="0,-0.2,-0.5")
    o.add_argument("--same")
    o.add_argument("--same-suffix", default=".float")
    o.add_argument("--same-threads", type=int, default=1)
    o = o.parse_args()
    vocabulary = pieces.Vocabulary(o.vocabulary or os.path.join(o.models, "vocab.txt"))
    tagger = OnnxTagger(o.models, o.suffix, o.threads, names_offset(o.models))
    if o.same:
        same(tagger, OnnxTagger(o.same, o.same_suffix, o.same_threads, names_offset(o.models)), o.corpus, vocabulary)
    else:
        figures(tagger, o.corpus, vocabulary, [float(x) for x in o.offsets.split(",")])
        print("%.1f s of one core in the models" % tagger.seconds)


if __name__ == "__main__":
    main()
