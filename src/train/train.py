"""Makes the encoder: prepare -> teach (three) -> label -> learn. Each step reads and writes its files in --work; make.sh goes through all of them.

  train.py prepare --corpus DIR --work DIR
  train.py teach   --work DIR --base FILE.npz --fold K --out NAME --steps N
  train.py label   --work DIR --teachers NAME=BASE=FOLD,... [--shard K/N]
  train.py learn   --work DIR --base FILE.npz --out NAME --steps N [--soft 0.6]
"""

import argparse
import glob
import json
import os
import pickle
import random
import sys
import time
from multiprocessing import Pool

import numpy as np
import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader

import corpora
import pieces
import score
from network import from_base, load_network, save_network
from tagger import Tagger, even, pad, slices

SOURCE_SHARE = {"polnear": 2, "crossner_politics_train": 3, "gmb_clean": 0.6, "tables": 1.0, "text": 1.0}


def options(argv):
    o = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("step", choices=("prepare", "teach", "label", "learn"))
    add = lambda name, default, kind=None: o.add_argument("--" + name, default=default, type=kind or type(default))
    add("corpus", ""), add("work", "work"), add("base", ""), add("out", ""), add("teachers", "")
    add("vocabulary", os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../models/en/vocab.txt"))
    add("fold", -1), add("steps", 3000), add("budget", 6144), add("rate", 2e-4), add("head-rate", 1e-3)
    add("soft", 0.6), add("grid", 0), add("seed", 1), add("device", "cuda" if torch.cuda.is_available() else "cpu")
    add("minutes", 1e9), add("jobs", os.cpu_count()), add("threads", 1), add("loaders", 2), add("gmb", 0.6), add("average", 0.998)
    add("keep", 1.0), add("shard", "0/1"), add("report", "full")
    return o.parse_args(argv)


# ---- prepare


def prepare(o):
    """All windows of every pass; nothing here is random but for the seed."""
    jobs = [(o.corpus, p, v, o.vocabulary, o.seed) for p, k in corpora.sources(o.corpus) for v in range(k)]
    jobs.sort(key=lambda j: -os.path.getsize(j[1]) if os.path.exists(j[1]) else 0)
    with Pool(o.jobs) as pool:
        got = pool.map(corpora.variant_items, jobs, chunksize=1)
    items, count = [], {}
    for job, some in sorted(zip(jobs, got), key=lambda x: (x[0][1], x[0][2])):
        rng = random.Random(f"{o.seed}/{job[1]}")
        for x in some:
            if o.keep >= 1 or rng.random() < o.keep:
                x["pass"] = job[2]
                items.append(x)
                c = count.setdefault((x["source"], job[2]), [0, 0, 0])
                c[0] += 1
                c[1] += len(x["ids"])
                c[2] += len(x["args"])
    whole(o, "items.pkl", items)
    for k in sorted(count):
        print("%-28s pass %d: %6d windows %8d pieces %6d cues" % (*k, *count[k]))


def whole(o, name, value):
    """The whole file or none, so that a later start knows what was made."""
    path = os.path.join(o.work, name)
    with open(path + ".part", "wb") as f:
        pickle.dump(value, f, protocol=4)
    os.replace(path + ".part", path)


def load_items(o):
    with open(os.path.join(o.work, "items.pkl"), "rb") as f:
        return pickle.load(f)


# ---- batches


class Mix:
    """Endless batches of windows of like length. Every pass over the data is another disguise; shares say how much of a source a pass reads."""

    def __init__(self, items, budget, seed, share):
        self.items, self.budget, self.rng, self.share = items, budget, random.Random(seed), share
        self.by = {}
        for i, x in enumerate(items):
            self.by.setdefault((x["source"], x["pass"]), []).append(i)

    def epoch(self, n):
        chosen = []
        passes = {}
        for source, p in self.by:
            passes.setdefault(source, []).append(p)
        for source, ps in sorted(passes.items()):
            got = self.by[source, sorted(ps)[n % len(ps)]]
            want = self.share.get(source, 1.0)
            while want >= 1:
                chosen += got
                want -= 1
            chosen += self.rng.sample(got, int(len(got) * want))
        return chosen

    def __iter__(self):
        n = 0
        while True:
            chosen = self.epoch(n)
            n += 1
            chosen.sort(key=lambda i: len(self.items[i]["ids"]) * (1 + 0.1 * self.rng.random()))
            batches, cur, width = [], [], 0
            for i in chosen:
                w = max(width, len(self.items[i]["ids"]))
                if cur and w * (len(cur) + 1) > self.budget:
                    batches.append(cur)
                    cur, w = [], len(self.items[i]["ids"])
                cur.append(i)
                width = w
            batches.append(cur)
            self.rng.shuffle(batches)
            yield from batches


class Windows:
    """Collates windows, with what teachers said of them if they did."""

    def __init__(self, items, soft, seed, blur):
        self.items, self.soft, self.seed, self.blur = items, soft, seed, blur

    def __len__(self):
        return len(self.items)

    def __getitem__(self, batch):
        rng = random.Random(str((self.seed, batch[0], batch[-1], len(batch))))
        got = [self.items[i] for i in batch]
        width = even(max(len(x["ids"]) for x in got))
        out = dict(
            ids=pad([x["ids"] for x in got], width), shp=pad([x["shp"] for x in got], width),
            mask=pad([np.ones(len(x["ids"])) for x in got], width),
            flat=torch.from_numpy(np.concatenate([x["starts"].astype(np.int64) + k * width for k, x in enumerate(got)])),
            names=torch.from_numpy(np.concatenate([x["names"].astype(np.int64) for x in got])),
            cue=torch.from_numpy(np.concatenate([x["cue"].astype(np.int64) for x in got])),
            weight=torch.from_numpy(np.concatenate([np.full(len(x["starts"]), x["weight"], np.float32) for x in got])),
            no_misc=torch.from_numpy(np.concatenate([np.full(len(x["starts"]), x["kind"] == "names-without-misc") for x in got])),
        )  # fmt: skip
        if self.soft:
            s = [self.soft["words"][i] for i in batch]
            out["soft_names"] = torch.from_numpy(np.concatenate([self.soft["names"][a:b] for a, b in s]).astype(np.float32))
            out["soft_cue"] = torch.from_numpy(np.concatenate([self.soft["cue"][a:b] for a, b in s]).astype(np.float32))
        self._args(out, batch, got, rng)
        self._worth(out, got, width)
        return out

    def _args(self, out, batch, got, rng):
        jobs, gold, soft = [], [], []
        for k, (i, x) in enumerate(zip(batch, got)):
            mine = self.soft["args"].get(i, {}) if self.soft else {}
            marked = {(p, a, b): y for p, a, b, y in x["args"]}
            for key in list(marked) + [j for j in mine if j not in marked]:
                p, a, b = key
                jobs.append((k, p, a, b))
                gold.append(marked.get(key))
                soft.append(mine.get(key))
        if len(jobs) > 5 * len(got) + 8:
            pick = rng.sample(range(len(jobs)), 5 * len(got) + 8)
            jobs, gold, soft = ([z[n] for n in pick] for z in (jobs, gold, soft))
        if not jobs:
            return
        moved = []
        for k, p, a, b in jobs:  # a cue that is found is not always the whole cue
            _, _, w0, w1 = got[k]["bounds"][p]
            if rng.random() < self.blur:
                if rng.random() < 0.5:
                    a, b = (max(w0, a - 1), b) if rng.random() < 0.5 else (a, min(w1, b + 1))
                elif b - a > 1:
                    a, b = (a + 1, b) if rng.random() < 0.5 else (a, b - 1)
            moved.append((k, p, a, b))
        s = slices(got, moved)
        width = s["where"].shape[1]
        flat, y, soft_y = [], [], []
        for n, (k, p, _, _) in enumerate(jobs):
            lo, _, w0, w1 = got[k]["bounds"][p]
            flat.append(got[k]["starts"][w0:w1].astype(np.int64) - lo + n * width)
            y.append(gold[n] if gold[n] is not None else np.full(w1 - w0, corpora.IGNORE))
            # NaN: nobody said
            soft_y.append(soft[n].astype(np.float32) if soft[n] is not None else np.full((w1 - w0, 5), np.nan, np.float32))
        out.update({"arg_" + k: v for k, v in s.items()})
        out["arg_flat"] = torch.from_numpy(np.concatenate(flat))
        out["arg_gold"] = torch.from_numpy(np.concatenate(y).astype(np.int64))
        if self.soft:
            out["arg_soft"] = torch.from_numpy(np.concatenate(soft_y))

    @staticmethod
    def _worth(out, got, width):
        where, label, scale = [], [], []
        base = 0
        for x in got:
            for a, b, y, s in x["worth"]:
                where.append((base + a, base + b))
                label.append(y)
                scale.append(s)
            base += len(x["starts"])
        if where:
            out["worth_where"] = torch.tensor(where)
            out["worth_label"] = torch.tensor(label, dtype=torch.float32)
            out["worth_scale"] = torch.tensor(scale, dtype=torch.float32)


# ---- loss


def mean(x, w):
    return (x * w).sum() / w.sum().clamp_min(1.0)


def soft_loss(logits, target):
    return -(target * torch.log_softmax(logits, -1)).sum(-1)


def loss_of(net, b, o, seen):
    h = net.encode(b["ids"], b["shp"], b["mask"])
    hw = h.reshape(-1, h.shape[-1])[b["flat"]]
    names, cue, worth = net.names(hw).float(), net.cue(hw).float(), net.worth(hw).float()[:, 0]
    total = 0.0

    def add(kind, value, weight=1.0):
        nonlocal total
        total = total + weight * value
        seen[kind] = seen.get(kind, []) + [value.detach()]

    # names: where a corpus leaves MISC unmarked, O stands for both
    lp = torch.log_softmax(names, -1)
    open_o = torch.logsumexp(lp[:, [0, 7, 8]], -1)
    known = b["names"] >= 0
    target = b["names"].clamp_min(0)
    hard = -lp.gather(1, target[:, None])[:, 0]
    hard = torch.where(b["no_misc"] & (target == 0), -open_o, hard)
    w = b["weight"]
    if "soft_names" in b:
        soft = soft_loss(names, b["soft_names"])
        # what a corpus does not mark, the teachers do; what it marks, both say
        share = torch.where(known, torch.full_like(w, o.soft), torch.ones_like(w))
        value = (1 - share) * hard * known + share * soft
        add("names", mean(value, torch.where(known, w, 0.5 * torch.ones_like(w))))
    else:
        add("names", mean(hard, w * known))
    known = b["cue"] >= 0
    hard = F.cross_entropy(cue, b["cue"].clamp_min(0), reduction="none")
    if "soft_cue" in b:
        soft = soft_loss(cue, b["soft_cue"])
        share = torch.where(known, torch.full_like(w, o.soft), torch.ones_like(w))
        add("cue", mean((1 - share) * hard * known + share * soft, torch.where(known, w, 0.3 * torch.ones_like(w))), 2.0)
    else:
        add("cue", mean(hard, w * known), 2.0)
    if "arg_rel" in b:
        index = b["arg_where"] + b["arg_row"][:, None] * h.shape[1]
        y = net.arguments(h.reshape(-1, h.shape[-1])[index], b["arg_rel"], b["arg_mask"])
        y = y.reshape(-1, 5)[b["arg_flat"]].float()
        known = b["arg_gold"] >= 0
        hard = F.cross_entropy(y, b["arg_gold"].clamp_min(0), reduction="none")
        if "arg_soft" in b:
            told = ~torch.isnan(b["arg_soft"][:, 0])
            soft = soft_loss(y, torch.nan_to_num(b["arg_soft"]))
            share = torch.where(known, o.soft * told, told.float())
            value = (1 - share) * hard * known + share * soft
            add("args", mean(value, torch.where(known, 1.0, 0.4 * told)), 1.0)
        else:
            add("args", mean(hard, known.float()), 1.0)
    if "worth_where" in b:
        sums = torch.cat([worth.new_zeros(1), worth.cumsum(0)])
        a, e = b["worth_where"][:, 0], b["worth_where"][:, 1]
        z = (sums[e] - sums[a]) / (e - a).float() + net.worth_shift * b["worth_scale"]
        value = F.binary_cross_entropy_with_logits(z, b["worth_label"], reduction="mean")
        add("worth", value, 0.3)
    return total


# ---- teach and learn


def train(o, items, soft, grid_from):
    """AdamW, warm-up, linear to zero; the average of the weights is what is kept."""
    torch.manual_seed(o.seed)
    torch.set_num_threads(o.threads)
    net = from_base(o.base).to(o.device).train()
    head = ("names.", "cue.", "worth", "arg.", "distance.", "of_cue.", "arg_norm.", "shapes.")
    heads = [p for n, p in net.named_parameters() if p.requires_grad and n.startswith(head)]
    body = [p for n, p in net.named_parameters() if p.requires_grad and not n.startswith(head)]
    extra = dict(fused=True) if o.device == "cuda" else {}
    opt = torch.optim.AdamW(
        [dict(params=body, lr=o.rate, base=o.rate), dict(params=heads, lr=o.head_rate, base=o.head_rate)],
        weight_decay=0.01, betas=(0.9, 0.98), **extra,
    )  # fmt: skip
    trained = [p for p in net.parameters() if p.requires_grad]
    mean_of = [p.detach().clone() for p in trained]
    share = dict(SOURCE_SHARE, gmb_clean=o.gmb)
    mix = Mix(items, o.budget, o.seed, share)
    data = DataLoader(Windows(items, soft, o.seed, 0.15), sampler=mix, batch_size=None, num_workers=o.loaders, prefetch_factor=4 if o.loaders else 2)
    started, step, count, seen = time.time(), 0, 0, {}
    warm = max(20, int(0.05 * o.steps))
    for b in data:
        if step >= o.steps or time.time() - started > o.minutes * 60:
            break
        done = max(step / o.steps, (time.time() - started) / (o.minutes * 60))
        for g in opt.param_groups:
            g["lr"] = g["base"] * min(1.0, (step + 1) / warm) * max(0.01, 1 - done)
        net.grid(grid_from < 1 and done >= grid_from)
        b = {k: v.to(o.device, non_blocking=True) for k, v in b.items()}
        with torch.autocast(o.device, dtype=torch.bfloat16):
            loss = loss_of(net, b, o, seen)
        opt.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        opt.step()
        with torch.no_grad():
            decay = min(o.average, (1 + step) / (10 + step))
            torch._foreach_mul_(mean_of, decay)
            torch._foreach_add_(mean_of, [p.detach() for p in trained], alpha=1 - decay)
        step += 1
        count += b["ids"].numel()
        if step % max(1, o.steps // 12) == 0:
            told = {k: round(float(torch.stack(v).mean()), 4) for k, v in seen.items()}
            seen = {}
            print(f"{o.out} step {step} {time.time() - started:.0f} s {count / (time.time() - started):.0f} pieces/s {told}", flush=True)
    with torch.no_grad():
        for p, m in zip(trained, mean_of):
            p.copy_(m)
    print(f"{o.out}: {step} steps, {count} pieces, {time.time() - started:.0f} s", flush=True)
    return net.eval()


def teach(o):
    """A teacher does not see its fold, so that what it says of that fold is not remembered."""
    items = [x for x in load_items(o) if o.fold < 0 or x["fold"] != o.fold]
    items = [x for x in items if x["kind"] != "text"]
    net = train(o, items, None, 1.0)
    save_network(net, os.path.join(o.work, o.out + ".npz"), grid=False)
    report(o, net)


def learn(o):
    items = load_items(o)
    soft = load_soft(o, items) if o.soft > 0 else None
    if not soft:
        items = [x for x in items if x["kind"] != "text"]
    net = train(o, items, soft, 1 - o.grid / 100)
    save_network(net, os.path.join(o.work, o.out + ".npz"), grid=o.grid > 0)
    if o.grid:
        net.grid(True)
    report(o, net)


def report(o, net):
    if not o.corpus:
        return
    vocabulary = pieces.Vocabulary(o.vocabulary)
    t = Tagger(net, o.device)
    out = {}
    for k in ("crossner_politics_dev", "uner_ewt_dev"):
        out[k] = score.names_score(t, os.path.join(o.corpus, "names/dev", k + ".conll"), vocabulary)
    for k in ("gmb_clean", "wikigold", "redocred_fix", "gum_train"):
        out["held " + k] = held_names(o, t, vocabulary, k)
    docs = [json.loads(x) for x in open(os.path.join(o.corpus, "claims/polnear.train.jsonl"), encoding="utf8")]
    docs = [d for d in docs if corpora.held_out(d["id"])]
    dev = [json.loads(x) for x in open(os.path.join(o.corpus, "claims/polnear.dev.jsonl"), encoding="utf8")]
    for offset in (0.0, -0.5, -1.0) if o.report == "full" else (-0.5,):
        out[f"held claims {offset}"] = score.claims_score(docs, score.attributions(t, docs, vocabulary, offset))
        out[f"dev claims {offset}"] = score.claims_score(dev, score.attributions(t, dev, vocabulary, offset))
    out["worth"] = score.worth_score(t, os.path.join(o.corpus, "claims/ct19.train.jsonl"), vocabulary, corpora.worth_held)
    with open(os.path.join(o.work, o.out + ".json"), "w") as f:
        json.dump(dict(options=vars(o), scores=out), f, indent=1)
    for k, v in out.items():
        print(o.out, k, v, flush=True)


def held_names(o, tagger, vocabulary, key):
    path = os.path.join(o.corpus, "names/train", key + ".conll")
    rows = [(x[0].words, x[0].names) for x, _, _ in corpora.names_lines(path, random.Random(0), held=True)]
    return score.names_score(tagger, None, vocabulary, rows)


# ---- label


def found_together(item, cue):
    """Where the teachers see a cue: likely beginnings and what goes on."""
    starts = np.flatnonzero(cue[:, 1] > 0.35)[:24]
    out = []
    for a in starts:
        part = score.part_of(item, a)
        end = item["bounds"][part][3]
        b = int(a) + 1
        while b < end and cue[b, 2] > 0.5:
            b += 1
        out.append((part, int(a), b))
    return out


def label(o):
    """What the teachers say of every window: of a fold, those who have not seen it; of texts without marks, all of them."""
    shard, shards = map(int, o.shard.split("/"))
    everything = load_items(o)
    chosen = range(shard, len(everything), shards)
    items = [everything[i] for i in chosen]
    teachers = []
    for spec in o.teachers.split(","):
        name, base, k = spec.split("=")
        net = load_network(base, os.path.join(o.work, name + ".npz")).to(o.device)
        teachers.append((int(k), Tagger(net, o.device, 32768)))
    folds = {k for k, _ in teachers}
    starts = np.cumsum([0] + [len(x["starts"]) for x in items])
    names, cue, votes = np.zeros((starts[-1], 9), np.float32), np.zeros((starts[-1], 3), np.float32), np.zeros(len(items), np.int32)
    who = [[i for i, x in enumerate(items) if k < 0 or x["fold"] == k or x["fold"] not in folds] for k, _ in teachers]
    for (_, t), mine in zip(teachers, who):
        for n, lp, lc, _, _ in t.read([items[i] for i in mine]):
            i = mine[n]
            names[starts[i] : starts[i + 1]] += np.exp(lp)
            cue[starts[i] : starts[i + 1]] += np.exp(lc)
            votes[i] += 1
    each = np.repeat(np.maximum(votes, 1), np.diff(starts))[:, None]
    names, cue = names / each, cue / each
    # cues to ask about: the marked ones, and those that the teachers find together in news
    jobs = {}
    for i, x in enumerate(items):
        found = [(p, a, b) for p, a, b, _ in x["args"]]
        if x["kind"] in ("text", "claims") or (x["source"] == "gmb_clean" and x["pass"] == 0):
            taken = {w for _, a, b in found for w in range(a, b)}
            more = found_together(x, cue[starts[i] : starts[i + 1]])
            found += [j for j in more if not any(w in taken for w in range(j[1], j[2]))]
        if found:
            jobs[i] = found
    args = {i: {} for i in jobs}
    for (_, t), mine in zip(teachers, who):
        mine = [i for i in mine if i in jobs]
        for n, _, _, _, got in t.read([items[i] for i in mine], lambda n, x, c: jobs[mine[n]]):
            for key, lp in got:
                y = args[mine[n]].setdefault(key, np.zeros(lp.shape, np.float32))
                y += np.exp(lp) / votes[mine[n]]
    out = dict(names=names.astype(np.float16), cue=cue.astype(np.float16), words=[], args={})
    out["words"] = {chosen[i]: (int(a), int(b)) for i, (a, b) in enumerate(zip(starts[:-1], starts[1:]))}
    out["args"] = {chosen[i]: {k: y.astype(np.float16) for k, y in v.items()} for i, v in args.items()}
    whole(o, f"soft.{shard}.pkl", out)
    print("labelled", len(items), "windows,", sum(map(len, args.values())), "cues by", len(teachers), "teachers")


def load_soft(o, items):
    names, cue, words, args, base = [], [], [None] * len(items), {}, 0
    for path in sorted(glob.glob(os.path.join(o.work, "soft.*.pkl"))):
        with open(path, "rb") as f:
            s = pickle.load(f)
        for i, (a, b) in s["words"].items():
            words[i] = (base + a, base + b)
        names.append(s["names"])
        cue.append(s["cue"])
        args.update(s["args"])
        base += len(s["names"])
    assert all(words), "label every window first"
    return dict(names=np.concatenate(names), cue=np.concatenate(cue), words=words, args=args)


if __name__ == "__main__":
    o = options(sys.argv[1:])
    os.makedirs(o.work, exist_ok=True)
    began = time.time()
    dict(prepare=prepare, teach=teach, label=label, learn=learn)[o.step](o)
    print(f"{o.step} {o.out}: {time.time() - began:.0f} s", flush=True)
