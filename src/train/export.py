"""Writes what the reader opens: encoder.onnx, args.onnx, vectors.onnx, and words.bin that two of them share; all int8.

  export.py --made "2026-11-26, H200" --base minilm.npz --network learned.npz --sentence-model all-minilm-l6-v2.onnx --out models/en
"""

import argparse
import hashlib
import os
import shutil
import tempfile

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import lean
import pieces
from corpora import NAMES
from network import STEPS, WIDTH, from_base, load_network, pack
from score import relation

OPSET = 14
OFFER_OFFSET = 0.0  # what the reader adds to the logarithm of "no trigger"


class Reader(torch.nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, ids, shp, mask):
        h = self.net.encode(ids, shp, mask)
        return h, torch.log_softmax(self.net.names(h), -1), torch.log_softmax(self.net.cue(h), -1), self.net.worth(h)[:, :, 0]


class Arguments(torch.nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, h, rel, mask):
        return torch.log_softmax(self.net.arguments(h, rel, mask), -1)


class Vectors(torch.nn.Module):
    """The mean of the pieces, at unit length; letter case is not seen."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, ids, mask):
        h = self.net.encode(ids, torch.zeros_like(ids), mask)
        m = mask.to(h.dtype)[:, :, None]
        v = (h * m).sum(1) / m.sum(1)
        return v / torch.sqrt((v * v).sum(1, keepdim=True))


def write_graph(module, inputs, names, outputs, path, one_axis=()):
    axes = {k: {0: "b", 1: "t"} for k in names + outputs if k not in one_axis}
    axes.update({k: {0: "b"} for k in one_axis})
    torch.onnx.export(module, inputs, path, input_names=names, output_names=outputs, opset_version=OPSET, dynamic_axes=axes)


def quantise(source, out, words):
    """Constant matrices become int8 with a scale a column, at most 63 steps from zero; activations are scaled as they come.

    An unsigned 8-bit activation times a weight of 63 steps, twice, stays under 2^15: processors that add such pairs in 16 bits
    (AVX2) and those that do not (VNNI) count the same. The table of words goes to a file of its own.
    """
    model = onnx.load(source)
    graph = model.graph
    constant = {t.name: t for t in graph.initializer}
    nodes, new, scaled, done = [], {}, set(), set()
    for n in graph.node:
        big = n.op_type == "MatMul" and n.input[1] in constant and len(constant[n.input[1]].dims) == 2
        if big and min(constant[n.input[1]].dims) >= 64:
            a, k, o = n.input[0], n.input[1], n.output[0]
            w = numpy_helper.to_array(constant[k])
            s = np.maximum(np.abs(w).max(0), 1e-9) / STEPS
            q = np.clip(np.round(w / s), -STEPS, STEPS).astype(np.int8)
            new[k] = [numpy_helper.from_array(q, k + "_q"), numpy_helper.from_array(s.astype(np.float32), k + "_s"),
                      numpy_helper.from_array(np.zeros((), np.int8), k + "_z")]  # fmt: skip
            done.add(k)
            if a not in scaled:
                scaled.add(a)
                nodes.append(helper.make_node("DynamicQuantizeLinear", [a], [a + "_q", a + "_s", a + "_z"], name=a + "_scale"))
            nodes += [
                helper.make_node("MatMulInteger", [a + "_q", k + "_q", a + "_z", k + "_z"], [o + "_i"], name=o + "_product"),
                helper.make_node("Cast", [o + "_i"], [o + "_f"], to=TensorProto.FLOAT, name=o + "_float"),
                helper.make_node("Mul", [a + "_s", k + "_s"], [o + "_c"], name=o + "_scales"),
                helper.make_node("Mul", [o + "_f", o + "_c"], [o], name=o + "_value"),
            ]
        elif n.op_type == "Gather" and n.input[0] in constant and constant[n.input[0]].dims[0] > 5000:
            k, i, o = n.input[0], n.input[1], n.output[0]
            table = numpy_helper.to_array(constant[k])
            s = np.maximum(np.abs(table).max(1, keepdims=True), 1e-9) / 127
            q = np.round(table / s).astype(np.int8)
            with open(os.path.join(os.path.dirname(out), words), "wb") as f:
                f.write(q.tobytes())
            shared = TensorProto(name="words", data_type=TensorProto.INT8, dims=q.shape, data_location=TensorProto.EXTERNAL)
            for key, value in (("location", words), ("offset", "0"), ("length", str(q.nbytes))):
                shared.external_data.add(key=key, value=value)
            new[k] = [shared, numpy_helper.from_array(s.astype(np.float32), "words_s")]
            done.add(k)
            nodes += [
                helper.make_node("Gather", ["words", i], [o + "_g"], axis=0),
                helper.make_node("Cast", [o + "_g"], [o + "_f"], to=TensorProto.FLOAT),
                helper.make_node("Gather", ["words_s", i], [o + "_s"], axis=0),
                helper.make_node("Mul", [o + "_f", o + "_s"], [o]),
            ]
        else:
            nodes.append(n)
    kept = [t for t in graph.initializer if t.name not in done] + [t for ts in new.values() for t in ts]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(kept)
    model.producer_name, model.producer_version, model.doc_string = "hearsay", "", ""
    with open(out, "wb") as f:
        f.write(model.SerializeToString(deterministic=True))
    print("%-14s %5.1f MB, %d matrices" % (os.path.basename(out), os.path.getsize(out) / 1e6, len(done)))


# What the words of a sentence mean in it: after the fourth of six layers, where partners in two sentences are found best.
MIDDLE = "/blocks.3/norm2/Add_1_output_0"


def also(path, tensor, name):
    """One more output of a graph that is written already: a tensor that it computes anyway. Its weights stay as they are."""
    model = onnx.load(path, load_external_data=False)
    model.graph.node.append(helper.make_node("Identity", [tensor], [name], name=name + "_shown"))
    model.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["b", "t", WIDTH]))
    with open(path, "wb") as f:
        f.write(model.SerializeToString(deterministic=True))


def sentence_network(path, folder):
    """The published sentence model as it is, not rounded on the way."""
    small = os.path.join(folder, "base.npz")
    pack(path, small, exact=True)
    return from_base(small)


def write_properties(folder, made, offsets):
    """What the reader must know of the files, and their sums, so that a cut or mixed set is refused."""
    lines = ["# What the files beside this one are; written by src/train/export.py", "format=4", f"made={made}",
             "names=" + ",".join(NAMES), "types=PERSON ORGANIZATION LOCATION MISC", "cue=O,B,I", "arguments=O,B-S,I-S,B-C,I-C",
             f"window.pieces={pieces.WINDOW}", f"part.pieces={pieces.PART}", *offsets]  # fmt: skip
    for name in ("encoder.onnx", "args.onnx", "vectors.onnx", "words.bin", "vocab.txt"):
        with open(os.path.join(folder, name), "rb") as f:
            lines.append(f"sha256.{name}={hashlib.sha256(f.read()).hexdigest()}")
    with open(os.path.join(folder, "encoder.properties"), "w", encoding="ascii", newline="\n") as f:
        f.write("\n".join(lines) + "\n")


def add_claims(folder, made, stances, acts, statuses, kinds):
    """Tells of the network for claims and proposals in the properties that are there already."""
    told = [f"claim.made={made}", "claim.stances=" + ",".join(stances), "offer.acts=" + ",".join(acts), "offer.statuses=" + ",".join(statuses),
            "offer.terms=" + ",".join(kinds), f"offer.offset={OFFER_OFFSET}"]  # fmt: skip
    tell_of(folder, ("claim.", "offer.", "sha256.offers.onnx"), told, ("claims.onnx", "terms.onnx"))


def tell_of(folder, prefixes, told, files):
    path = os.path.join(folder, "encoder.properties")
    with open(path, encoding="ascii") as f:
        lines = [x for x in f.read().splitlines() if not x.startswith(prefixes) and not any(x.startswith(f"sha256.{name}=") for name in files)]
    lines = ["format=4" if x.startswith("format=") else x for x in lines]
    at = next(i for i, x in enumerate(lines) if x.startswith("sha256."))
    sums = []
    for name in files:
        with open(os.path.join(folder, name), "rb") as f:
            sums.append(f"sha256.{name}={hashlib.sha256(f.read()).hexdigest()}")
    with open(path, "w", encoding="ascii", newline="\n") as f:
        f.write("\n".join(lines[:at] + told + lines[at:] + sums) + "\n")


def main():
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for k in ("base", "network", "sentence-model", "out"):
        o.add_argument("--" + k, required=True)
    o.add_argument("--made", default="", help="date and device, a line for people")
    o.add_argument("--vocabulary", required=True)
    o.add_argument("--names-offset", type=float, default=0.0)
    o.add_argument("--cue-offset", type=float, default=0.0)
    o.add_argument("--float", action="store_true", help="write the float graphs too, as NAME.float.onnx, to compare with")
    o = o.parse_args()
    os.makedirs(o.out, exist_ok=True)
    torch.set_grad_enabled(False)
    torch.manual_seed(1)
    ids = torch.randint(1000, 9999, (2, 9))
    ones = torch.ones_like(ids)
    with tempfile.TemporaryDirectory() as tmp:
        net = load_network(o.base, o.network).eval()
        write_graph(Reader(net), (ids, ids % 13, ones), ["ids", "shp", "mask"], ["h", "names", "cue", "worth"], tmp + "/encoder.onnx")
        h = net.encode(ids, ids % 13, ones)
        rel = torch.from_numpy(np.stack([relation(9, 2, 3), relation(9, 3, 5)]))
        write_graph(Arguments(net), (h, rel, ones), ["h", "rel", "mask"], ["arg"], tmp + "/args.onnx")
        base = sentence_network(getattr(o, "sentence_model"), tmp).eval()
        write_graph(Vectors(base), (ids, ones), ["ids", "mask"], ["vector"], tmp + "/vectors.onnx", one_axis=("vector",))
        for k in ("encoder", "args", "vectors"):
            lean.rewrite(f"{tmp}/{k}.onnx")
            quantise(f"{tmp}/{k}.onnx", os.path.join(o.out, k + ".onnx"), "words.bin")
            if getattr(o, "float"):
                os.replace(f"{tmp}/{k}.onnx", os.path.join(o.out, k + ".float.onnx"))
        also(os.path.join(o.out, "vectors.onnx"), MIDDLE, "pieces")
    if not os.path.exists(os.path.join(o.out, "vocab.txt")):
        shutil.copyfile(o.vocabulary, os.path.join(o.out, "vocab.txt"))
    write_properties(o.out, o.made, [f"names.offset={o.names_offset}", f"cue.offset={o.cue_offset}"])
    print("words.bin      %5.1f MB" % (os.path.getsize(os.path.join(o.out, "words.bin")) / 1e6))


if __name__ == "__main__":
    main()
