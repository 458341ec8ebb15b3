"""The encoder: BERT-like layers that also see letter case; heads for names, cues and check-worthiness; a branch for the arguments of a cue."""

import math
import os

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from pieces import SHAPES

if torch.cuda.is_available():  # cuDNN plans anew for every shape of batch, which costs half a second each
    torch.backends.cuda.enable_cudnn_sdp(False)
    torch.backends.cuda.matmul.allow_tf32 = True

WIDTH, HEADS, INNER = 384, 12, 1536
DISTANCES = 33
STEPS = 63  # 7-bit weights: an unsigned 8-bit activation times two of them never overflows 16 bits, on any processor


def rounded(w, steps=STEPS):
    """Weights on the grid they will be stored on, one scale a row."""
    scale = w.abs().amax(1, keepdim=True).clamp_min(1e-9) / steps
    return torch.round(w / scale) * scale


class Dense(nn.Linear):
    """A linear layer that can be trained on its rounded weights (gradients pass straight through)."""

    grid = False

    def forward(self, x):
        w = self.weight
        if self.grid:
            w = w + (rounded(w.detach()) - w.detach())
        return F.linear(x, w, self.bias)


POOL = {}


def dropout(x, share, training):
    """On a processor to draw a number for every value takes a tenth of a step, so a run of a fixed pool is taken from a random place."""
    if not training or x.is_cuda or x.numel() > 1 << 23:
        return F.dropout(x, share, training)
    if (share, x.dtype) not in POOL:
        POOL[share, x.dtype] = (torch.rand(1 << 24) >= share).to(x.dtype) / (1 - share)
    n = x.numel()
    start = int(torch.randint(0, (1 << 24) - n, ()))
    return x * POOL[share, x.dtype][start : start + n].view(x.shape)


class Block(nn.Module):
    def __init__(self, drop=0.1):
        super().__init__()
        self.qkv, self.out = Dense(WIDTH, 3 * WIDTH), Dense(WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = Dense(WIDTH, INNER), Dense(INNER, WIDTH)
        self.drop = drop

    def forward(self, x, mask):
        """mask: None, or [batch, 1, 1, length], added to the attention's logits."""
        b, t, _ = x.shape
        q, k, v = self.qkv(x).reshape(b, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        if x.is_cuda:
            y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype), dropout_p=self.drop if self.training else 0.0)
        elif q.dtype == torch.bfloat16:  # half of the memory, and twice as fast as softmax in 32 bits or the fused kernel
            with torch.autocast("cpu", enabled=False):
                q, k, v = (z.reshape(b * HEADS, t, -1) for z in (q * (1 / math.sqrt(WIDTH // HEADS)), k, v))
                m = mask.to(q.dtype).expand(b, HEADS, 1, t).reshape(b * HEADS, 1, t).expand(b * HEADS, t, t)
                y = torch.bmm(torch.softmax(torch.baddbmm(m, q, k.transpose(1, 2)), -1), v).reshape(b, HEADS, t, -1)
        else:
            a = torch.matmul(q, k.transpose(-1, -2)) * (1 / math.sqrt(WIDTH // HEADS))
            y = torch.matmul(torch.softmax(a + mask, -1), v)
        y = self.out(y.transpose(1, 2).reshape(b, t, WIDTH))
        x = self.norm1(x + dropout(y, self.drop, self.training))
        y = self.down(F.gelu(self.up(x)))
        return self.norm2(x + dropout(y, self.drop, self.training))


class Network(nn.Module):
    def __init__(self, layers=6, names=9, vocabulary=30522):
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.words.weight.requires_grad_(False)
        self.places = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.blocks = nn.ModuleList(Block() for _ in range(layers))
        self.names, self.cue, self.worth = nn.Linear(WIDTH, names), nn.Linear(WIDTH, 3), nn.Linear(WIDTH, 1)
        self.worth_shift = nn.Parameter(torch.zeros(1))  # the second corpus marks more freely
        self.distance = nn.Embedding(DISTANCES, WIDTH)
        self.of_cue = nn.Linear(WIDTH, WIDTH)
        self.arg_norm = nn.LayerNorm(WIDTH)
        self.arg_blocks = nn.ModuleList(Block() for _ in range(2))
        self.arg = nn.Linear(WIDTH, 5)
        nn.init.zeros_(self.shapes.weight)
        nn.init.normal_(self.distance.weight, std=0.05)
        for m in (self.names, self.cue, self.worth, self.arg, self.of_cue):
            nn.init.normal_(m.weight, std=0.02)
            nn.init.zeros_(m.bias)

    def grid(self, on):
        for m in self.modules():
            if isinstance(m, Dense):
                m.grid = on

    def embed(self, ids, shp):
        at = torch.arange(ids.shape[1], device=ids.device)[None]
        return self.words(ids) + self.places(at) + self.kind + self.shapes(shp)

    def encode(self, ids, shp, mask):
        x = F.dropout(self.norm(self.embed(ids, shp)), 0.1, self.training)
        m = ((1.0 - mask.to(torch.float32)) * -10000.0)[:, None, None, :]
        for block in self.blocks:
            x = block(x, m)
        return x

    def arguments(self, h, rel, mask):
        w = (rel == 16).to(h.dtype)
        c = (h * w[..., None]).sum(1) / w.sum(1, keepdim=True)
        x = self.arg_norm(h + self.distance(rel) + self.of_cue(c)[:, None])
        m = ((1.0 - mask.to(torch.float32)) * -10000.0)[:, None, None, :]
        for block in self.arg_blocks:
            x = block(x, m)
        return self.arg(x)


# ---- a published model's weights, without its format


def pack(onnx_path, out, exact=False):
    """An ONNX sentence encoder of this width as int8 rows with their scales: small enough to travel, close enough to start from."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(onnx_path).graph
    w = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    for n in graph.node:  # some exporters leave weights in Constant nodes or behind Identity
        if n.op_type == "Constant" and n.attribute[0].name == "value":
            w[n.output[0]] = numpy_helper.to_array(n.attribute[0].t)
        elif n.op_type == "Identity" and n.input[0] in w:
            w[n.output[0]] = w[n.input[0]]
    users = {}
    for n in graph.node:
        for i in n.input:
            users.setdefault(i, []).append(n)
    matrix = {}  # by the bias that is added to the product
    for n in graph.node:
        if n.op_type == "MatMul" and n.input[1] in w:
            add = next(c for c in users[n.output[0]] if c.op_type == "Add")
            bias = next(i for i in add.input if i in w)
            matrix[bias] = np.ascontiguousarray(w[n.input[1]].T)
    got = {"words": w["embeddings.word_embeddings.weight"], "places": w["embeddings.position_embeddings.weight"],
           "kind": w["embeddings.token_type_embeddings.weight"][0],
           "norm.weight": w["embeddings.LayerNorm.weight"], "norm.bias": w["embeddings.LayerNorm.bias"]}  # fmt: skip
    k = 0
    while f"encoder.layer.{k}.output.dense.bias" in w:
        p, q = f"encoder.layer.{k}.", f"blocks.{k}."
        three = [p + f"attention.self.{x}.bias" for x in ("query", "key", "value")]
        got[q + "qkv.weight"] = np.concatenate([matrix[x] for x in three])
        got[q + "qkv.bias"] = np.concatenate([w[x] for x in three])
        for mine, theirs in (("out", "attention.output.dense"), ("up", "intermediate.dense"), ("down", "output.dense")):
            got[q + mine + ".weight"], got[q + mine + ".bias"] = matrix[p + theirs + ".bias"], w[p + theirs + ".bias"]
        for mine, theirs in (("norm1", "attention.output.LayerNorm"), ("norm2", "output.LayerNorm")):
            got[q + mine + ".weight"], got[q + mine + ".bias"] = w[p + theirs + ".weight"], w[p + theirs + ".bias"]
        k += 1
    if exact:
        np.savez(out, **got)
    else:
        save_small(got, out)


def save_small(tensors, path, steps=127):
    """Matrices as int8 rows with scales, everything else as float32."""
    out = {}
    for name, t in tensors.items():
        if t.ndim == 2 and min(t.shape) >= 64 and name != "places":
            s = np.maximum(np.abs(t).max(1, keepdims=True), 1e-9) / (127 if name == "words" else steps)
            out[name + ":q"], out[name + ":s"] = np.round(t / s).astype(np.int8), s.astype(np.float32)
        else:
            out[name] = t.astype(np.float32)
    np.savez_compressed(path, **out)


def load_small(path):
    z = np.load(path)
    out = {}
    for k in z.files:
        if k.endswith(":q"):
            out[k[:-2]] = z[k].astype(np.float32) * z[k[:-2] + ":s"]
        elif not k.endswith(":s"):
            out[k] = z[k]
    return {k: torch.from_numpy(np.ascontiguousarray(v)) for k, v in out.items()}


def from_base(path):
    """A network that starts as the packed published model; the branch starts as its last two layers."""
    w = load_small(path)
    layers = 1 + max(int(k.split(".")[1]) for k in w if k.startswith("blocks."))
    net = Network(layers)
    state = net.state_dict()
    for k, v in w.items():
        state[k + ".weight" if k in ("words", "places") else k].copy_(v)
    for a, b in zip(net.arg_blocks, net.blocks[-2:]):
        a.load_state_dict(b.state_dict())
    return net


def save_network(net, path, grid):
    """All but the word embeddings, which are the base's. `grid`: the 7-bit values that were trained."""
    tensors = {k: v.detach().float().cpu().numpy() for k, v in net.state_dict().items() if not k.startswith("words.")}
    keep = ("names.", "cue.", "worth.", "arg.", "of_cue.", "shapes.", "distance.", "places.")
    small = {k: v for k, v in tensors.items() if not k.startswith(keep)}
    out = {"%" + k: v.astype(np.float16 if v.ndim == 2 else np.float32) for k, v in tensors.items() if k.startswith(keep)}
    for name, t in small.items():
        if t.ndim == 2 and grid:
            s = np.maximum(np.abs(t).max(1, keepdims=True), 1e-9) / STEPS
            out[name + ":q"], out[name + ":s"] = np.round(t / s).astype(np.int8), s.astype(np.float32)
        else:
            out["%" + name] = t.astype(np.float16 if t.ndim == 2 else np.float32)
    np.savez_compressed(path + ".part.npz", **out)
    os.replace(path + ".part.npz", path)


def load_network(base, path):
    net = from_base(base)
    z = np.load(path)
    state = net.state_dict()
    for k in z.files:
        if k.endswith(":q"):
            state[k[:-2]].copy_(torch.from_numpy(z[k].astype(np.float32) * z[k[:-2] + ":s"]))
        elif k.startswith("%"):
            state[k[1:]].copy_(torch.from_numpy(z[k].astype(np.float32)))
    return net
