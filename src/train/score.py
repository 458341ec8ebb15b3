"""From probabilities to spans, and how good they are. The attribution measure is the usual relaxed one: content shares half its words, cue and source share one."""

import json
import re
from collections import Counter

import numpy as np

import corpora
import pieces

TYPES = ("PERSON", "ORGANIZATION", "LOCATION", "MISC")


def viterbi(logp):
    """The best BIO sequence: rows of O, B-1, I-1, B-2, …"""
    n, labels = logp.shape
    step = np.zeros((labels, labels))
    start = np.zeros(labels)
    for i in range(2, labels, 2):
        step[:, i] = -1e9
        step[i, i] = step[i - 1, i] = 0
        start[i] = -1e9
    v, back = logp[0] + start, []
    for t in range(1, n):
        s = v[:, None] + step
        b = s.argmax(0)
        back.append(b)
        v = s[b, np.arange(labels)] + logp[t]
    y = [int(v.argmax())]
    for b in reversed(back):
        y.append(int(b[y[-1]]))
    return y[::-1]


def runs(y):
    """[(start, end, number of the type)]"""
    out, i = [], 0
    while i < len(y):
        if y[i] % 2 == 1:
            j = i + 1
            while j < len(y) and y[j] == y[i] + 1:
                j += 1
            out.append((i, j, y[i] // 2))
            i = j
        else:
            i += 1
    return out


def part_of(item, word):
    return next(i for i, (_, _, a, b) in enumerate(item["bounds"]) if a <= word < b)


def cue_jobs(offset):
    def jobs(i, item, cue):
        lp = cue.copy()
        lp[:, 0] += offset
        out = []
        for part, (_, _, a, b) in enumerate(item["bounds"]):
            out += [(part, a + s, a + e) for s, e, _ in runs(viterbi(lp[a:b]))]
        return out

    return jobs


def relation(n, start, end):
    """Signed distance classes of n pieces to the cue start..end (within the slice)."""
    p = np.arange(n)
    d = np.where(p < start, p - start, np.where(p >= end, p - end + 1, 0))
    a = np.abs(d).astype(np.float64)
    b = np.where(a <= 8, a, np.minimum(16, np.floor(8 + 2 * np.log2(np.maximum(a, 1) / 8)))).astype(np.int64)
    return 16 + np.sign(d) * b


# ---- names


def f1(found, gold, right):
    return 200 * right / max(1, found + gold)


def names_score(tagger, path, vocabulary, keep=None):
    """F1 by type of a CoNLL file, its tokens given."""
    rows = [(t, y) for t, y, d in corpora.sentences(path)] if keep is None else keep
    items, firsts = [], []
    for tokens, labels in rows:
        words, tags, first = corpora.split_tokens(tokens, labels)
        line = pieces.Line(words, corpora.alternate(words))
        items.append(corpora.items_of([line], vocabulary, "names", 1, -1, "dev"))
        firsts.append(first)
    flat = [(k, w) for k, ws in enumerate(items) for w in ws]
    tags = {k: [] for k in range(len(rows))}
    got = {}
    for i, names, *_ in tagger.read([w for _, w in flat]):
        got[i] = viterbi(names)
    for i, (k, _) in enumerate(flat):
        tags[k] += got[i]
    count = {t: [0, 0, 0] for t in TYPES}
    for k, (tokens, labels) in enumerate(rows):
        y = [tags[k][f] if f < len(tags[k]) else 0 for f in firsts[k]]
        found, i = set(), 0
        while i < len(y):
            if y[i]:
                j = i + 1
                inside = 2 * ((y[i] + 1) // 2)
                while j < len(y) and y[j] == inside:
                    j += 1
                found.add((i, j, TYPES[(y[i] - 1) // 2]))
                i = j
            else:
                i += 1
        gold = {(a, b, t) for a, b, t in corpora.spans(labels)}
        for which, z in ((found, 0), (gold, 1), (found & gold, 2)):
            for _, _, t in which:
                count[t][z] += 1
    main = [sum(count[t][z] for t in TYPES[:3]) for z in range(3)]
    out = {t[:3]: round(f1(*c), 2) for t, c in count.items()}
    out.update(all=round(f1(*main), 2), P=round(100 * main[2] / max(1, main[0]), 1), R=round(100 * main[2] / max(1, main[1]), 1))
    return out


# ---- attributions

WORD = re.compile(r"\w+")


def attributions(tagger, docs, vocabulary, offset):
    """{id: [attribution]} with offsets into each text."""
    windows = []
    for d in docs:
        parts = [p for line in pieces.lines_of(pieces.plain(d["text"])) for p in pieces.parts_of(line, vocabulary)]
        for w in pieces.windows(parts):
            item = corpora.window_item(w, "claims", 1, -1, "dev")
            item["at"] = [p.line.at[k] for p in w for k in range(p.first, p.end)]
            windows.append((d["id"], item))
    out = {d["id"]: [] for d in docs}
    for i, _, _, _, args in tagger.read([w for _, w in windows], cue_jobs(offset)):
        doc, item = windows[i]
        at = item["at"]
        for (part, a, b), y in args:
            w0 = item["bounds"][part][2]
            found = runs(viterbi(y))
            span = lambda role: [[at[w0 + s][0], at[w0 + e - 1][1]] for s, e, t in found if t == role]
            out[doc].append(dict(source=span(0), cue=[[at[a][0], at[b - 1][1]]], content=span(1)))
    return out


def _words(spans, starts, ends):
    return frozenset(i for s, e in spans or [] for i in range(len(starts)) if starts[i] < e and ends[i] > s)


def _dice(a, b):
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def claims_score(docs, found):
    """relaxed P R F, strict F, exact source, content words, recall by type."""
    c = Counter()
    for d in docs:
        at = [m.span() for m in WORD.finditer(d["text"])]
        starts, ends = [a for a, _ in at], [b for _, b in at]
        bag = lambda a: tuple(_words(a[k], starts, ends) for k in ("source", "cue", "content"))
        gold = [(bag(a), a.get("type")) for a in d["attributions"] if a["cue"] or a["content"] or a["source"]]
        pred = [bag(a) for a in found[d["id"]]]
        c["gold"] += len(gold)
        c["found"] += len(pred)
        pairs = []
        for i, p in enumerate(pred):
            for j, (g, _) in enumerate(gold):
                touch = lambda x, y: bool(x & y) or (not x and not y)
                if _dice(p[2], g[2]) >= 0.5 and touch(p[1], g[1]) and touch(p[0], g[0]):
                    pairs.append((-_dice(p[2], g[2]) - 0.5 * _dice(p[1], g[1]) - 0.5 * _dice(p[0], g[0]), i, j))
        pi, gj = set(), set()
        for _, i, j in sorted(pairs):
            if i not in pi and j not in gj:
                pi.add(i)
                gj.add(j)
                c["right"] += 1
                c["right " + str(gold[j][1])] += 1
        for _, t in gold:
            c["gold " + str(t)] += 1
        c["strict"] += sum((Counter(pred) & Counter(g for g, _ in gold)).values())
        exact = lambda side: Counter(x[0] for x in side if x[0])
        a, b = exact(pred), exact([g for g, _ in gold])
        c["s found"] += sum(a.values())
        c["s gold"] += sum(b.values())
        c["s right"] += sum((a & b).values())
        a, b = (frozenset().union(*(x[2] for x in side)) if side else frozenset() for side in (pred, [g for g, _ in gold]))
        c["w found"] += len(a)
        c["w gold"] += len(b)
        c["w right"] += len(a & b)
    r = lambda x: round(x, 4)
    out = dict(P=r(c["right"] / max(1, c["found"])), R=r(c["right"] / c["gold"]), relaxed=r(f1(c["found"], c["gold"], c["right"]) / 100),
               strict=r(f1(c["found"], c["gold"], c["strict"]) / 100), source=r(f1(c["s found"], c["s gold"], c["s right"]) / 100),
               words=r(f1(c["w found"], c["w gold"], c["w right"]) / 100))  # fmt: skip
    for t in ("direct", "mixed", "indirect"):
        out[t] = r(c["right " + t] / max(1, c["gold " + t]))
    return out


# ---- worth


def worth_score(tagger, path, vocabulary, wanted):
    """Mean over debates of the average precision."""
    debates = {}
    for r in map(json.loads, open(path, encoding="utf8")):
        if wanted(r["doc"]):
            debates.setdefault(r["doc"], []).append(r)
    precisions = []
    for rows in debates.values():
        items = []
        for r in rows:
            text = pieces.plain(r["text"]).replace("\n", " ")
            items += corpora.items_of([pieces.line_of(text, 0, len(text))], vocabulary, "worth", 1, -1, "dev")[:1] or [None]
        scores = np.full(len(rows), -99.0)
        have = [i for i, x in enumerate(items) if x is not None and len(x["starts"])]
        for i, _, _, worth, _ in tagger.read([items[i] for i in have]):
            scores[have[i]] = worth.mean()
        hits, total = 0, 0.0
        for rank, i in enumerate(np.argsort(-scores, kind="stable"), 1):
            if rows[i]["label"]:
                hits += 1
                total += hits / rank
        if hits:
            precisions.append(total / hits)
    return round(float(np.mean(precisions)), 4), len(precisions)
