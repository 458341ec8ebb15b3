"""Makes the network for claims and proposals: claims.onnx tells who claims which words, how surely, and which name speaks, and finds the
words that offer, demand, plan …; terms.onnx tells of each of these its parties and terms.

  offers.py train  --models models/en --gold FILE... --news proposals.jsonl --corpus DIR --out offers.npz --passes 5 [--network START.npz] [--dev FILE...]
  offers.py score  --models models/en --network offers.npz --dev FILE...
  offers.py export --models models/en --network offers.npz --out models/en --made "2026-11-28, two cores"

It starts as the encoder that reads names and claims (its shipped files), goes on from there, and ends as one of its own. A text is read
in windows of 400 pieces (Java: 256) for claims and triggers; for the parties and terms of a trigger it is read again in a window of 400 around it, two lines
before and what follows, as terms stand behind.
Java does the same (org.hearsay.read.language.OfferTagger, ClaimTagger).
"""

import argparse
import functools
import math
import os
import random
import re
import tempfile
import time
from collections import Counter, defaultdict

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from torch import nn

import marks
import pieces
import score
from network import WIDTH, Network
from score import relation, runs, viterbi
from tagger import pad

ACTS = ["offer", "demand", "plan", "pledge", "order", "deal", "request", "threat"]
ROLES = ["proposer", "recipient", "matter"]
STATUSES = ["offered", "under_discussion", "accepted", "rejected", "agreed", "withdrawn", "unknown"]
KINDS = ["gives", "gets", "condition", "deadline", "amount", "exemption", "other"]
ASK = 64  # numbers that ask for a speaker, and that a name answers with
LONG, BEFORE, LINES_BEFORE = 400, 120, 2  # pieces of the window around a trigger, and of what stands before its line
NOBODY_SAYS = -100
MASK = 103  # the piece by which the base model hides a word
HEADS = ("trigger.", "role.", "term.", "kind_of_term.", "act.", "status.", "teller.", "stance.", "denied.", "ask.", "key.", "nobody.")


class Offers(Network):
    """The encoder with other heads: trigger or not; given a trigger, its act and status, and of each word role, term and kind of term."""

    def __init__(self):
        super().__init__()
        del self.names, self.cue, self.worth, self.worth_shift, self.arg
        self.trigger = nn.Linear(WIDTH, 3)
        self.teller, self.stance, self.denied = nn.Linear(WIDTH, 4), nn.Linear(WIDTH, len(marks.STANCES)), nn.Linear(WIDTH, 2)
        self.ask, self.key, self.nobody = nn.Linear(WIDTH, ASK), nn.Linear(WIDTH, ASK), nn.Linear(WIDTH, 1)
        self.role, self.term, self.kind_of_term = nn.Linear(WIDTH, 2 * len(ROLES) + 1), nn.Linear(WIDTH, 3), nn.Linear(WIDTH, len(KINDS))
        self.act, self.status = nn.Linear(WIDTH, len(ACTS)), nn.Linear(WIDTH, len(STATUSES))
        for m in (self.trigger, self.role, self.term, self.kind_of_term, self.act, self.status, self.teller, self.stance, self.denied, self.ask, self.key, self.nobody):
            nn.init.normal_(m.weight, std=0.02)
            nn.init.zeros_(m.bias)

    def around(self, h, rel, mask):
        w = (rel == 16).to(h.dtype)
        c = (h * w[..., None]).sum(1) / w.sum(1, keepdim=True)
        x = self.arg_norm(h + self.distance(rel) + self.of_cue(c)[:, None])
        m = ((1.0 - mask.to(torch.float32)) * -10000.0)[:, None, None, :]
        for block in self.arg_blocks:
            x = block(x, m)
        return x

    def told(self, x):
        return self.role(x), self.term(x), self.kind_of_term(x), self.act(x), self.status(x)


def shipped(folder):
    """A network that starts as the encoder and the branch of arguments in `folder`, whose files hold them rounded."""
    net = Offers()
    state = net.state_dict()
    for file, blocks in (("encoder.onnx", "blocks"), ("args.onnx", "arg_blocks")):
        model = onnx.load(os.path.join(folder, file), load_external_data=False)
        w = {t.name: numpy_helper.to_array(t) for t in model.graph.initializer if t.name != "words"}
        got = {k.removeprefix("net."): v for k, v in w.items() if k.startswith("net.")}
        rounded = sorted((k[:-2] for k in w if re.fullmatch(r"onnx::MatMul_\d+_q", k)), key=lambda k: int(k.split("_")[1]))
        for i, k in enumerate(rounded):  # in the order in which they are used
            name = f"{blocks}.{i // 4}.{('qkv', 'out', 'up', 'down')[i % 4]}.weight"
            got[name] = (w[k + "_q"].astype(np.float32) * w[k + "_s"]).T
        if "words_s" in w:
            table = np.fromfile(os.path.join(folder, "words.bin"), np.int8).reshape(-1, WIDTH)
            got["words.weight"] = table.astype(np.float32) * w["words_s"]
        for k, v in got.items():
            if k in state and tuple(state[k].shape) == v.shape:
                state[k].copy_(torch.from_numpy(np.array(v)))
    return net


def save(net, path):
    """All but the word embeddings, which stay the encoder's."""
    np.savez_compressed(path, **{k: v.detach().float().numpy() for k, v in net.state_dict().items() if not k.startswith("words.")})


def load(folder, path):
    net = shipped(folder)
    state = net.state_dict()
    z = np.load(path)
    for k in z.files:
        state[k].copy_(torch.from_numpy(z[k]))
    return net.eval()


# ---- windows


class Document:
    def __init__(self, key, text, proposals, claims, vocabulary):
        self.key, self.text, self.proposals, self.claims = key, text, proposals, claims and dict(claims, mentions=marks.mentions(text))
        self.parts = [p for line in pieces.lines_of(pieces.plain(text)) for p in pieces.parts_of(line, vocabulary)]


def window(parts):
    ids, shp, starts, at, bounds = [pieces.START], [0], [], [], []
    for p in parts:
        first = len(at)
        starts += [len(ids) + s for s in p.starts]
        at += [p.line.at[k] for k in range(p.first, p.end)]
        ids += p.ids + [pieces.END]
        shp += p.shapes + [0]
        bounds.append((first, len(at)))
    return dict(ids=np.array(ids), shp=np.array(shp), starts=np.array(starts), at=at, bounds=bounds)


def windows(doc):
    return [window(w) for w in pieces.windows(doc.parts, LONG)]


def window_around(doc, trigger):
    """The window of a trigger, or nothing where no word of the text is there."""
    parts = doc.parts
    k = next((i for i, p in enumerate(parts) if p.line.at[p.first][0] <= trigger[0] < p.line.at[p.end - 1][1]), None)
    if k is None:
        return None
    size, before, low, high = len(parts[k].ids) + 2, 0, k, k + 1
    while low > 0 and k - low < LINES_BEFORE:
        more = len(parts[low - 1].ids) + 1
        if before + more > BEFORE or size + more > LONG:
            break
        low, before, size = low - 1, before + more, size + more
    while high < len(parts) and size + len(parts[high].ids) + 1 <= LONG:
        size, high = size + len(parts[high].ids) + 1, high + 1
    return window(parts[low:high])


def words_in(w, span):
    return [i for i, (a, b) in enumerate(w["at"]) if a < span[1] and b > span[0]]


def mark(w, spans, tags, kind, unsaid=False):
    for s in spans:
        for n, i in enumerate(words_in(w, s)):
            tags[i] = NOBODY_SAYS if unsaid else 2 * kind + (1 if n == 0 else 2)


def to_find(doc):
    for w in windows(doc):
        trigger = np.zeros(len(w["at"]), np.int64)
        for p in doc.proposals:
            mark(w, [p["trigger"]], trigger, 0, p["optional"])
        yield dict(w, step="find", trigger=trigger, **said(doc, w))


def said(doc, w):
    """Of each word who tells it, how surely, and whether it is denied, as bits of what is right; all or no bits where nobody says."""
    n = len(w["at"])
    tellers, stances, denied = np.full(n, marks.NOBODY, np.int64), np.zeros(n, np.int64), np.zeros(n, np.int64)
    if doc.claims is None:
        tellers[:] = 0
        return dict(teller=tellers, stance=stances, denied=denied, who=None)
    for title in doc.claims["titles"]:
        tellers[words_in(w, title)] = 0
    for c in sorted(doc.claims["said"], key=lambda c: -sum(b - a for a, b in c["spans"])):  # what is told within another's words comes last
        for s in c["spans"]:
            i = words_in(w, s)
            tellers[i] = c["teller"] | (marks.NOBODY if c["optional"] else 0)
            stances[i], denied[i] = c["stances"], c["denied"]
    return dict(teller=tellers, stance=stances, denied=denied, who=who(doc, w))


def shares(rows, n):
    a = np.zeros((len(rows), n), np.float32)
    for k, i in enumerate(rows):
        a[k, i] = 1 / len(i)
    return a


def who(doc, w):
    """The claims of a window and the names in it, as shares of their words, and which of them speak which; the last column is nobody with a name."""
    names = [(s, i) for s, i in ((s, words_in(w, s)) for s in doc.claims["mentions"]) if i]
    claims, right, kept = [], [], []
    for c in doc.claims["said"]:
        i = [k for s in c["spans"] for k in words_in(w, s)]
        if not i:
            continue
        row = [any(marks.same_name(doc.text[a:b], n) for n in c["named"]) for (a, b), _ in names]
        row.append(bool(c["teller"] & (marks.OUTLET | marks.OTHERS)))
        if any(row):  # else the name stands in another window
            claims.append(i)
            right.append(row)
            kept.append(c)
    if not claims:
        return None
    n = len(w["at"])
    return dict(claims=shares(claims, n), names=shares([i for _, i in names], n), right=np.array(right), kept=kept, spans=[s for s, _ in names])


def speakers(ask, key, nobody, x):
    """Log-probabilities of the names of a window, and of nobody among them, for each of its claims."""
    a, m = torch.from_numpy(x["claims"]), torch.from_numpy(x["names"])
    ask, key, nobody = ask.float(), key.float(), nobody.float()
    scores = (a @ ask) @ (m @ key).T / math.sqrt(ASK)
    return torch.log_softmax(torch.cat([scores, a @ nobody], 1), -1)


def pointed(y, batch):
    ask, key, nobody = y
    losses, at = [], 0
    for x in batch:
        n = len(x["at"])
        if x["who"] is not None:
            p = speakers(ask[at : at + n], key[at : at + n], nobody[at : at + n], x["who"])
            losses.append(-torch.logsumexp(p + torch.where(torch.from_numpy(x["who"]["right"]), 0.0, -1e4), -1))
        at += n
    return torch.cat(losses).mean() if losses else ask.sum() * 0


def to_tell(doc):
    for p in doc.proposals:
        w = window_around(doc, p["trigger"])
        cue = words_in(w, p["trigger"]) if w else []
        if not cue:
            continue
        n = len(w["at"])
        role, term, kind = np.zeros(n, np.int64), np.zeros(n, np.int64), np.full(n, NOBODY_SAYS, np.int64)
        for r in reversed(ROLES):
            mark(w, p[r], role, ROLES.index(r))
        for t in p["terms"]:
            mark(w, [t["span"]], term, 0)
            kind[words_in(w, t["span"])] = KINDS.index(t["kind"])
        act, status = np.full(n, NOBODY_SAYS, np.int64), np.full(n, NOBODY_SAYS, np.int64)
        act[cue], status[cue] = ACTS.index(p["act"]), STATUSES.index(p["status"])
        yield dict(w, step="tell", cue=(cue[0], cue[-1] + 1), role=role, term=term, kind=kind, act=act, status=status)


def blurred(x, rng):
    """A trigger that is found is not always the whole one."""
    a, b = x["cue"]
    how = rng.random()
    if how < 0.08:
        a = max(0, a - 1)
    elif how < 0.16:
        b = min(len(x["at"]), b + 1)
    elif how < 0.24 and b - a > 1:
        a += 1
    return dict(x, cue=(a, b))


def dropped(x, rng, share):
    """A part of the pieces is masked, so that no single word is enough."""
    ids = x["ids"].copy()
    hide = np.array([rng.random() < share for _ in ids]) & (ids != pieces.START) & (ids != pieces.END)
    ids[hide] = MASK
    return dict(x, ids=ids)


def distances(x):
    a, b = x["cue"]
    n = len(x["ids"])
    end = int(x["starts"][b]) if b < len(x["starts"]) and not any(b == first for first, _ in x["bounds"]) else None
    if end is None:  # the mark behind the part's last word
        end = int(x["starts"][b - 1]) + 1
        while x["ids"][end] != pieces.END:
            end += 1
    return relation(n, int(x["starts"][a]), end)


def outputs(net, batch, step):
    width = max(len(x["ids"]) for x in batch)
    ids, shp = pad([x["ids"] for x in batch], width), pad([x["shp"] for x in batch], width)
    mask = pad([np.ones(len(x["ids"])) for x in batch], width)
    h = net.encode(ids, shp, mask)
    words = torch.from_numpy(np.concatenate([x["starts"].astype(np.int64) + k * width for k, x in enumerate(batch)]))
    if step == "find":
        h = h.reshape(-1, WIDTH)[words]
        return net.trigger(h), net.teller(h), net.stance(h), net.denied(h), net.ask(h), net.key(h), net.nobody(h)
    x = net.around(h, pad([distances(x) for x in batch], width), mask).reshape(-1, WIDTH)[words]
    return net.told(x)


# ---- train


def batches(items, budget, rng):
    out = []
    for step in ("find", "tell"):
        cur = []
        for x in sorted((x for x in items if x["step"] == step), key=lambda x: len(x["ids"]) + 40 * rng.random()):
            if cur and max(len(x["ids"]), *(len(y["ids"]) for y in cur)) * (len(cur) + 1) > budget:
                out.append((step, cur))
                cur = []
            cur.append(x)
        if cur:
            out.append((step, cur))
    rng.shuffle(out)
    return out


def cross(logits, tags):
    if (tags < 0).all():
        return logits.sum() * 0
    return F.cross_entropy(logits.float(), torch.from_numpy(tags), ignore_index=NOBODY_SAYS)


def allowed(logits, bits):
    """Minus the logarithm of what is given to the right ones together; bits of nothing count nothing."""
    bits = torch.from_numpy(bits)
    some = bits > 0
    if not some.any():
        return logits.sum() * 0
    right = (bits[some, None] >> torch.arange(logits.shape[1])) & 1
    p = torch.log_softmax(logits[some].float(), -1)
    return -torch.logsumexp(p + torch.where(right > 0, 0.0, -1e4), -1).mean()


def documents(o, vocabulary):
    own = [d for f in o.gold for d in marks.articles(f)]
    news = marks.news(o.news, o.corpus) if o.news else []
    return [Document(*d, vocabulary) for d in own], [Document(*d, vocabulary) for d in news]


def train(o):
    vocabulary = pieces.Vocabulary(os.path.join(o.models, "vocab.txt"))
    own, news = documents(o, vocabulary)
    dev = [Document(*d, vocabulary) for f in o.dev for d in marks.articles(f)]
    rng = random.Random(o.seed)
    torch.manual_seed(o.seed)
    torch.set_num_threads(o.threads)
    net = load(o.models, o.network) if o.network else shipped(o.models)
    for n, p in net.named_parameters():
        p.requires_grad_(not n.startswith(("words", "places", "kind", "norm.")) or n.startswith("kind_of_term"))
    heads = [p for n, p in net.named_parameters() if p.requires_grad and n.startswith(HEADS)]
    body = [p for n, p in net.named_parameters() if p.requires_grad and not n.startswith(HEADS)]
    opt = torch.optim.AdamW(
        [dict(params=body, lr=o.rate, base=o.rate), dict(params=heads, lr=o.head_rate, base=o.head_rate)], weight_decay=0.01, betas=(0.9, 0.98), fused=True
    )
    trained = body + heads
    mean_of = [p.detach().clone() for p in trained]
    began, steps = time.time(), 0
    for k in range(o.passes):
        # of the windows of news that propose nothing, every other one is enough
        items = [x for d in own for x in to_find(d)] + [x for d in news for x in to_find(d) if x["trigger"].any() or rng.random() < 0.5]
        items += [blurred(x, rng) for d in own + news for x in to_tell(d)]
        if k == 0:
            print(f"{len(own)} articles, {len(news)} of news, {sum(x['step'] == 'tell' for x in items)} proposals, {sum(len(x['ids']) for x in items)} pieces", flush=True)
        todo = batches(items, o.budget, rng)
        seen = defaultdict(list)
        net.train()
        for i, (step, batch) in enumerate(todo):
            done = (k + i / len(todo)) / o.passes
            net.grid(done > 1 - o.grid / 100)
            for g in opt.param_groups:
                g["lr"] = g["base"] * min(1, done / 0.05 + 0.02) * max(0.02, 1 - done)
            gold = lambda key: np.concatenate([x[key] for x in batch])
            batch = [dropped(x, rng, o.drop) for x in batch]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                y = outputs(net, batch, step)
            parts = {"trigger": 8.0, "teller": o.said, "stance": 0.6 * o.said, "denied": 0.4 * o.said} if step == "find" else {"role": 1.0, "term": 1.5, "kind": 0.5, "act": 0.3, "status": 0.15}
            losses = {key: (allowed if key in ("teller", "stance", "denied") else cross)(z, gold(key)) for key, z in zip(parts, y)}
            if step == "find":
                losses["who"] = pointed(y[4:], batch)
                parts["who"] = 0.5 * o.said
            loss = sum(parts[key] * v for key, v in losses.items())
            opt.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            opt.step()
            steps += 1
            for key, v in losses.items():
                seen[key].append(v.item())
            with torch.no_grad():
                decay = min(0.995, (1 + steps) / (10 + steps))
                torch._foreach_mul_(mean_of, decay)
                torch._foreach_add_(mean_of, [p.detach() for p in trained], alpha=1 - decay)
        print(f"pass {k + 1}: {time.time() - began:.0f} s", {key: round(float(np.mean(v)), 4) for key, v in seen.items()}, flush=True)
        kept = [p.detach().clone() for p in trained]
        with torch.no_grad():
            for p, m in zip(trained, mean_of):
                p.copy_(m)
        save(net, o.out)
        if dev and (k % 3 == 2 or k + 1 == o.passes):
            net.grid(o.grid > 0)
            tell(dev, found(net, dev))
            tell_said(net, dev)
        if k + 1 < o.passes:
            with torch.no_grad():
                for p, m in zip(trained, kept):
                    p.copy_(m)


# ---- read and score


@torch.no_grad()
def found(net, docs, offset=0.0):
    """{key: [proposal]} with spans in each text."""
    net.eval()
    out = {}
    for doc in docs:
        out[doc.key] = proposals = []
        for w in windows(doc):
            trigger = torch.log_softmax(outputs(net, [w], "find")[0].float(), -1).numpy()
            trigger[:, 0] += offset
            for first, end in w["bounds"]:
                for a, b, _ in runs(viterbi(trigger[first:end])):
                    a, b = first + a, first + b
                    sure = float(np.exp(np.logaddexp(trigger[a:b, 1], trigger[a:b, 2])).mean())
                    proposals.append(dict(trigger=[w["at"][a][0], w["at"][b - 1][1]], confidence=sure))
        for p in proposals:
            w = window_around(doc, p["trigger"])
            cue = words_in(w, p["trigger"])
            role, term, kind, act, status = (torch.log_softmax(y.float(), -1).numpy() for y in outputs(net, [dict(w, cue=(cue[0], cue[-1] + 1))], "tell"))
            of = lambda names, scores: names[scores[cue].sum(0).argmax()]
            p.update({r: [] for r in ROLES}, terms=[], act=of(ACTS, act), status=of(STATUSES, status))
            for first, end in w["bounds"]:
                span = lambda a, b: [w["at"][first + a][0], w["at"][first + b - 1][1]]
                for a, b, r in runs(viterbi(role[first:end])):
                    p[ROLES[r]].append(span(a, b))
                for a, b, _ in runs(viterbi(term[first:end])):
                    p["terms"].append(dict(span=span(a, b), kind=KINDS[kind[first + a : first + b].sum(0).argmax()]))
    return out


def tell(docs, found):
    """Proposals pair by trigger, matter or a term (half of their words), terms by six tenths; optional ones count neither way."""
    c = Counter()
    for doc in docs:
        at = [m.span() for m in score.WORD.finditer(doc.text)]
        starts, ends = [a for a, _ in at], [b for _, b in at]
        bag = lambda spans: score._words(spans, starts, ends)
        keys = lambda p: (bag([p["trigger"]]), bag(p["matter"]), [bag([t["span"]]) for t in p["terms"]])
        gold, got = [keys(p) for p in doc.proposals], [keys(p) for p in found[doc.key]]
        pairs = []
        for i, p in enumerate(got):
            for j, g in enumerate(gold):
                terms = sum(any(score._dice(a, b) >= 0.6 for b in g[2]) for a in p[2])
                if p[0] & g[0] or (g[1] and score._dice(p[1], g[1]) >= 0.5) or terms:
                    pairs.append((-bool(p[0] & g[0]) - score._dice(p[1], g[1]) - terms, i, j))
        one, other = {}, {}
        for _, i, j in sorted(pairs):
            if i not in one and j not in other:
                one[i], other[j] = j, i
        for j, p in enumerate(doc.proposals):
            if not p["optional"]:
                c["gold"] += 1
                c["terms gold"] += len(p["terms"])
        for i, p in enumerate(found[doc.key]):
            j = one.get(i)
            if j is not None and doc.proposals[j]["optional"]:
                continue
            c["found"] += 1
            c["terms found"] += len(p["terms"])
            if j is None:
                continue
            c["right"] += 1
            c["act"] += p["act"] == doc.proposals[j]["act"]
            c["status"] += p["status"] == doc.proposals[j]["status"]
            left = list(range(len(gold[j][2])))
            for t, words in zip(p["terms"], got[i][2]):
                k = max(left, key=lambda k: score._dice(words, gold[j][2][k]), default=None)
                if k is not None and score._dice(words, gold[j][2][k]) >= 0.6:
                    left.remove(k)
                    c["terms right"] += 1
                    c["kind"] += t["kind"] == doc.proposals[j]["terms"][k]["kind"]
    f1 = lambda k: 2 * c[k + "right"] / max(1, c[k + "gold"] + c[k + "found"])
    share = lambda a, b: c[a] / max(1, c[b])
    print(
        f"proposals F1 {f1(''):.3f} ({c['gold']} marked, {c['found']} found), act {share('act', 'right'):.3f}, status {share('status', 'right'):.3f}; "
        f"terms F1 {f1('terms '):.3f} ({c['terms gold']}, {c['terms found']}), kind {share('kind', 'terms right'):.3f}",
        flush=True,
    )


@torch.no_grad()
def tell_said(net, docs):
    """Of the claims, given their words: outlet or another, stance, denial."""
    net.eval()
    c = Counter()
    for doc in docs:
        if doc.claims is None:
            continue
        for w in windows(doc):
            y = outputs(net, [w], "find")
            teller, stance, denied = (torch.log_softmax(y.float(), -1).numpy() for y in y[1:4])
            x = who(doc, w)
            if x:
                p = speakers(*y[4:], x).exp().numpy()
                for k, claim in enumerate(x["kept"]):
                    if claim["optional"]:
                        continue
                    texts = [" ".join(marks.name_words(doc.text[a:b])) for a, b in x["spans"]] + [""]
                    by = Counter()
                    for t, v in zip(texts, p[k]):
                        by[t.split(" ")[-1]] += v
                    best = by.most_common(1)[0]
                    ok = any(x["right"][k][i] and t.split(" ")[-1] == best[0] for i, t in enumerate(texts))
                    for least in (0, 0.5, 0.7, 0.9):
                        if best[1] >= least:
                            c["who", best[0] != "", least] += 1
                            c["who ok", best[0] != "", least] += ok
            for x in doc.claims["said"]:
                i = [k for s in x["spans"] for k in words_in(w, s)]
                if x["optional"] or not i:
                    continue
                c["n"] += 1
                t = teller[i].mean(0)
                outlet = t[1] > np.logaddexp(t[2], t[3])
                right = bool(x["teller"] & (marks.OUTLET if outlet else marks.NAMED | marks.OTHERS))
                c["teller"] += right
                c["outlet for other"] += outlet and not right
                c["other for outlet"] += not outlet and not right
                s = stance[i].mean(0).argmax()
                c["stance"] += x["stances"] >> int(s) & 1
                hedged = not x["stances"] & 1
                c["hedged"] += hedged
                c["as asserted"] += hedged and s == 0
                d = denied[i].mean(0).argmax()
                c["denied right"] += d == 1 and bool(x["denied"] & 2)
                c["denied gold"] += x["denied"] == 2 or (x["denied"] == 3 and d == 1)
                c["denied got"] += d == 1
    print(
        f"{c['n']} claims: teller {c['teller'] / c['n']:.3f} (outlet for another {c['outlet for other']}, another for outlet {c['other for outlet']}), "
        f"stance {c['stance'] / c['n']:.3f}, hedged as asserted {c['as asserted'] / c['hedged']:.3f}, denial F1 {2 * c['denied right'] / (c['denied gold'] + c['denied got']):.3f}",
        *(f"; who {'named' if named else 'nobody'} from {least}: {c['who ok', named, least]} of {c['who', named, least]}" for named in (True, False) for least in (0, 0.5, 0.7, 0.9)),
        flush=True,
    )


# ---- export


class Claims(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, ids, shp, mask):
        h = self.net.encode(ids, shp, mask)
        told = (torch.log_softmax(y, -1) for y in (self.net.teller(h), self.net.stance(h), self.net.denied(h)))
        return h, torch.log_softmax(self.net.trigger(h), -1), *told, self.net.ask(h), self.net.key(h), self.net.nobody(h)


class Teller(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, h, rel, mask):
        x = self.net.around(h, rel, mask)
        return tuple(torch.log_softmax(y, -1) for y in self.net.told(x))


def export(o):
    import export as shared
    import lean

    # the newer exporter of torch names things otherwise than lean.py expects
    if "dynamo" in torch.onnx.export.__code__.co_varnames:
        torch.onnx.export = functools.partial(torch.onnx.export, dynamo=False)
    torch.set_grad_enabled(False)
    torch.manual_seed(1)
    net = load(o.models, o.network)
    ids = torch.randint(1000, 9999, (2, 9))
    ones = torch.ones_like(ids)
    with tempfile.TemporaryDirectory() as tmp:
        outputs = ["h", "trigger", "teller", "stance", "denied", "ask", "key", "nobody"]
        shared.write_graph(Claims(net), (ids, ids % 13, ones), ["ids", "shp", "mask"], outputs, tmp + "/claims.onnx")
        rel = torch.from_numpy(np.stack([relation(9, 2, 3), relation(9, 3, 5)]))
        h = net.encode(ids, ids % 13, ones)
        shared.write_graph(Teller(net), (h, rel, ones), ["h", "rel", "mask"], ["role", "term", "kind", "act", "status"], tmp + "/terms.onnx")
        for k in ("claims", "terms"):
            lean.rewrite(f"{tmp}/{k}.onnx")
            shared.quantise(f"{tmp}/{k}.onnx", os.path.join(o.out, k + ".onnx"), "words.bin")
    shared.add_claims(o.out, o.made, marks.STANCES, ACTS, STATUSES, KINDS)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("step", choices=("train", "score", "export"))
    p.add_argument("--gold", nargs="*", default=[])
    p.add_argument("--dev", nargs="*", default=[])
    for k in ("models", "news", "corpus", "network", "out", "made"):
        p.add_argument("--" + k, default="")
    for k, v in dict(passes=5, budget=2048, rate=2e-4, head_rate=1e-3, grid=30, seed=1, threads=2, drop=0.1, said=1.0).items():
        p.add_argument("--" + k.replace("_", "-"), default=v, type=type(v))
    o = p.parse_args()
    if o.step == "train":
        train(o)
    elif o.step == "export":
        export(o)
    else:
        vocabulary = pieces.Vocabulary(os.path.join(o.models, "vocab.txt"))
        docs = [Document(*d, vocabulary) for f in o.dev for d in marks.articles(f)]
        net = load(o.models, o.network)
        tell(docs, found(net, docs))
        tell_said(net, docs)


if __name__ == "__main__":
    main()
