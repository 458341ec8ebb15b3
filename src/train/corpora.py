"""Reads the corpora and makes the training windows: real lines, their disguises (capitals, fragments, other names), made-up tables."""

import glob
import hashlib
import json
import os
import random
import re

import numpy as np

import pieces
from pieces import Line

NAMES = ["O"] + [b + t for t in ("PERSON", "ORGANIZATION", "LOCATION", "MISC") for b in ("B-", "I-")]
NAME = {t: i for i, t in enumerate(NAMES)}
# corpora that leave most nationalities, events and works unmarked: O may be MISC there
NO_MISC = ("btc", "gum", "wnut17", "uner")
# corpora whose sentences follow each other
RUNNING = ("gmb", "gum", "redocred", "wikigold")
FOLDS = 3
IGNORE = -100


def sentences(path):
    """(tokens, labels, number of the document) of a CoNLL file."""
    tokens, labels, doc = [], [], 0
    with open(path, encoding="utf8") as f:
        for line in list(f) + ["\n"]:
            line = line.rstrip("\n")
            if line.startswith("-DOCSTART-"):
                doc += 1
            elif line.strip():
                cells = line.split("\t")
                tokens.append(cells[0])
                labels.append(cells[-1] if cells[-1] in NAME else "O")
            elif tokens:
                yield tokens, labels, doc
                tokens, labels = [], []


def split_tokens(tokens, labels):
    """A corpus's tokens as our words; returns words, labels, and the first word of each token."""
    out, tags, first = [], [], []
    for token, label in zip(tokens, labels):
        token = pieces.plain(token)
        spans = pieces.words(token) or [(0, len(token))]
        first.append(len(out))
        for k, (a, b) in enumerate(spans):
            out.append(token[a:b])
            tags.append(label if k == 0 or not label.startswith("B-") else "I-" + label[2:])
    return out, tags, first


def alternate(line):
    """Opening or closing, where spaces do not tell: by turns."""
    out, inside = [], False
    for w in line:
        if w == '"':
            inside = not inside
        out.append(w == '"' and inside)
    return out


def token_line(tokens, labels):
    w, t, _ = split_tokens(tokens, labels)
    return Line(w, alternate(w), names=t)


# ---- what people said


def claim_lines(doc, where=None):
    """The lines of an article with its attributions, as marked."""
    text = pieces.plain(doc["text"])
    lines = pieces.lines_of(text)
    marked = [a for a in doc["attributions"] if a["cue"]]
    for line in lines:
        line.cue = [0] * len(line.words)
        lo, hi = line.at[0][0], line.at[-1][1]
        for a in marked:
            if not lo <= a["cue"][0][0] < hi:
                continue
            runs = [r for r in (_inside(line, s) for s in a["cue"]) if r]
            if not runs:
                continue
            for r in runs:
                for k, i in enumerate(r):
                    line.cue[i] = 1 if k == 0 else 2
            y = [0] * len(line.words)
            for role, base in (("content", 3), ("source", 1)):
                for s in a[role] or []:
                    for k, i in enumerate(_inside(line, s)):
                        y[i] = base if k == 0 else base + 1
            line.args.append((runs[0][0], runs[0][-1] + 1, y))
    return lines


def _inside(line, span):
    return [i for i, (a, b) in enumerate(line.at) if a < span[1] and b > span[0]]


# ---- windows


def window_item(parts, kind, weight, fold, source):
    """One training or reading unit, as arrays. Labels are per word."""
    ids, shp, starts, names, cue, args, worth, bounds = [pieces.START], [0], [], [], [], [], [], []
    for p in parts:
        base, wbase, line = len(ids), len(starts), p.line
        starts += [base + s for s in p.starts]
        ids += p.ids + [pieces.END]
        shp += p.shapes + [0]
        bounds.append((base, len(ids), wbase, len(starts)))
        n = p.end - p.first
        names += [NAME[t] for t in line.names[p.first : p.end]] if line.names else [IGNORE] * n
        cue += line.cue[p.first : p.end] if line.cue else [IGNORE] * n
        for a, b, y in line.args:
            if p.first <= a and b <= p.end:
                args.append((len(bounds) - 1, wbase + a - p.first, wbase + b - p.first, y[p.first : p.end]))
        for a, b, y, scale in line.worth:
            if p.first <= a and b <= p.end:
                worth.append((wbase + a - p.first, wbase + b - p.first, y, scale))
    return dict(
        ids=np.array(ids, np.int32), shp=np.array(shp, np.int8), starts=np.array(starts, np.int16),
        names=np.array(names, np.int8 if not names or min(names) > -100 else np.int16),
        cue=np.array(cue, np.int16), args=[(a, b, c, np.array(y, np.int16)) for a, b, c, y in args],
        worth=worth, bounds=bounds, kind=kind, weight=weight, fold=fold, source=source,
    )  # fmt: skip


def items_of(lines, vocabulary, kind, weight, fold, source):
    parts = [p for line in lines for p in pieces.parts_of(line, vocabulary)]
    return [window_item(w, kind, weight, fold, source) for w in pieces.windows(parts)]


# ---- disguises


def _recase(line, how):
    line.words = [how(w) for w in line.words]


SMALL = set("a an the of in on at to for and or but by with from as is s t vs".split())


def disguise(line, rng):
    """Now and then a line in capitals, a headline, without its full stop; offsets are lost."""
    r = rng.random()
    if r < 0.035:
        _recase(line, lambda w: w.upper() if len(w.upper()) == len(w) else w)
    elif r < 0.075:
        _recase(line, lambda w: w if w.lower() in SMALL or not w[0].islower() else w[0].upper() + w[1:])
    elif r < 0.085:
        _recase(line, lambda w: w.lower() if len(w.lower()) == len(w) else w)
    if rng.random() < 0.04 and line.words[-1] == "." and len(line.words) > 2:
        _cut(line, 0, len(line.words) - 1)
    return line


def _cut(line, a, b):
    line.words, line.opens = line.words[a:b], line.opens[a:b]
    for name in ("names", "cue"):
        got = getattr(line, name)
        if got:
            setattr(line, name, got[a:b])
    line.args = [(x - a, y - a, z[a:b]) for x, y, z in line.args if a <= x and y <= b]
    line.worth = []


def fragment(line, rng):
    """A stretch of a line that cuts no name in two."""
    n = len(line.words)
    if n < 8 or not line.names:
        return line
    a = rng.randrange(0, n // 2)
    b = min(n, a + rng.randint(3, 14))
    while a > 0 and line.names[a].startswith("I-"):
        a -= 1
    while b < n and line.names[b].startswith("I-"):
        b += 1
    _cut(line, a, b)
    return line


def spans(labels):
    out, i = [], 0
    while i < len(labels):
        if labels[i] != "O":
            j = i + 1
            while j < len(labels) and labels[j] == "I-" + labels[i][2:]:
                j += 1
            out.append((i, j, labels[i][2:]))
            i = j
        else:
            i += 1
    return out


def swap_names(line, pool, rng):
    """Every name of the line replaced by another of its type, so that a name is known by its place."""
    out, tags, last = [], [], 0
    for a, b, t in spans(line.names):
        out += line.words[last:a]
        tags += line.names[last:a]
        new = rng.choice(pool[t]) if t in pool and rng.random() < 0.7 else line.words[a:b]
        out += new
        tags += ["B-" + t] + ["I-" + t] * (len(new) - 1)
        last = b
    out += line.words[last:]
    tags += line.names[last:]
    return Line(out, alternate(out), names=tags)


class Lists:
    """Names to make lines with: the corpora's own mentions and the lists beside them."""

    def __init__(self, folder, mentions):
        def read(name):
            with open(os.path.join(folder, name), encoding="utf8") as f:
                return [pieces.plain(x.strip()) for x in f if x.strip() and x[0] != "#"]

        self.city, self.company = read("gaz_city.txt"), read("gaz_company.txt")
        self.country, self.first = read("gaz_country.txt"), read("gaz_first.txt")
        self.nation = [d for d in read("demonyms.txt") if d.endswith(("an", "ish", "ese", "ch", "i"))]
        people = [m for m in mentions.get("PERSON", []) if 2 <= len(m) <= 3 and all(w[0].isupper() for w in m)]
        self.last = sorted({m[-1] for m in people if len(m[-1]) > 2})
        self.pool = {t: v for t, v in mentions.items() if t != "MISC"}
        self.pool["PERSON"] = self.pool.get("PERSON", []) + [[f, x] for f, x in zip(self.first, self.last)]
        self.pool["LOCATION"] = self.pool.get("LOCATION", []) + [self.split(c) for c in self.city[::3]]
        self.pool["ORGANIZATION"] = self.pool.get("ORGANIZATION", []) + [self.split(c) for c in self.company]

    @staticmethod
    def split(text):
        return [text[a:b] for a, b in pieces.words(text)]


class Tables:
    """Lines as wire services send them beside their stories: datelines, results, rankings, scorecards, prices. All made up."""

    def __init__(self, lists):
        self.l = lists

    def tag(self, spec):
        """spec: strings without a name, and (text, type) pairs."""
        w, t = [], []
        for s in spec:
            text, label = s if isinstance(s, tuple) else (s, None)
            got = self.l.split(text)
            w += got
            t += (["B-" + label] + ["I-" + label] * (len(got) - 1)) if label else ["O"] * len(got)
        return Line(w, alternate(w), names=t)

    def block(self, rng):
        """Some lines of one kind."""
        kinds = (self.dateline, self.results, self.standings, self.ranking, self.tennis, self.scorecard, self.golf,
                 self.market, self.headline, self.matches, self.office, self.american, self.squad)  # fmt: skip
        return [self.tag(s) for s in rng.choice(kinds)(rng)]

    def person(self, rng, short=False):
        last = rng.choice(self.l.last)
        if short or rng.random() < 0.1:
            return (last, "PERSON")
        first = rng.choice(self.l.first)
        if rng.random() < 0.15:
            first = first[0] + "."
        return (first + " " + last, "PERSON")

    def country(self, rng):
        return (rng.choice(self.l.country + ["U.S.", "U.S.", "Britain", "Czech Republic"]), "LOCATION")

    def city(self, rng):
        return (rng.choice(self.l.city), "LOCATION")

    def club(self, rng):
        c = rng.choice(self.l.city)
        r = rng.random()
        if r < 0.5:
            c += " " + rng.choice("United City Rovers Town Athletic County Wanderers FC Rangers Albion Sparta".split())
        elif r < 0.65:
            c = rng.choice(("Dynamo ", "Real ", "AC ", "FC ", "Sporting ", "Inter ", "Spartak ", "Racing ")) + c
        return (c, "ORGANIZATION")

    def team(self, rng):
        return self.club(rng) if rng.random() < 0.65 else self.country(rng)

    def date(self, rng):
        return "%d-%02d-%02d" % (rng.randint(1990, 2026), rng.randint(1, 12), rng.randint(1, 28))

    def caps(self, pair):
        return (pair[0].upper(), pair[1])

    def dateline(self, rng):
        month = rng.choice("Jan Feb March April May June July Aug Sept Oct Nov Dec".split())
        day = str(rng.randint(1, 31))
        agency = (rng.choice(("Reuters", "Reuter", "AFP", "AP", "Xinhua", "TASS", "dpa", "UPI")), "ORGANIZATION")
        c = self.city(rng)
        c = self.caps(c) if rng.random() < 0.8 else c
        return [
            rng.choice((
                [c, self.date(rng)],
                [c, ",", month, day, "(", agency, ")", "-"],
                [c, "(", agency, ")", rng.choice("-\u2014")],
                [c, ",", self.country(rng), "(", agency, ")", "\u2014"],
                [c, ",", month, day, "(", agency, ")"],
                [c, rng.choice("-\u2014")],
            ))
        ]  # fmt: skip

    def title(self, rng):
        return rng.choice((
            ["Results of", (rng.choice(self.l.nation), "MISC"), rng.choice(("first", "second", "premier")), "division soccer matches on", rng.choice(("Sunday", "Saturday")), ":"],
            [rng.choice(("SOCCER", "TENNIS", "CRICKET", "GOLF", "CYCLING", "ATHLETICS", "BASKETBALL", "RUGBY UNION", "SKIING")), "-", (rng.choice(self.l.nation).upper(), "MISC"), rng.choice(("OPEN RESULTS", "LEAGUE STANDINGS", "RESULTS", "FIRST DIVISION SUMMARIES", "SCOREBOARD")), "."],
            ["Leading", "placings in the", rng.choice(("men", "women")), "'s", rng.choice(("100 metres", "downhill", "marathon", "1500 metres")), "on", rng.choice(("Monday", "Friday")), ":"],
            ["Standings (", "tabulate under played", ",", "won", ",", "drawn", ",", "lost", ",", "points", ")", ":"],
            [self.city(rng), self.date(rng)],
        ))  # fmt: skip

    def results(self, rng):
        out = [self.title(rng)] if rng.random() < 0.6 else []
        for _ in range(rng.randint(2, 9)):
            national = rng.random() < 0.2
            pick = self.country if national else self.club
            out.append([pick(rng), str(rng.randint(0, 6)), pick(rng), str(rng.randint(0, 6))])
            if rng.random() < 0.3:
                out.append(["Scorers", ":", self.person(rng, True), "(", str(rng.randint(1, 90)), ")", ",", self.person(rng, True), str(rng.randint(1, 90)), "."])
        return out  # fmt: skip

    def matches(self, rng):
        return [[self.team(rng), rng.choice(("v", "vs", "vs.", "at", "-")), self.team(rng)] for _ in range(rng.randint(2, 8))]

    def standings(self, rng):
        out = [self.title(rng)] if rng.random() < 0.6 else []
        pick = self.country if rng.random() < 0.2 else self.club
        return out + [
            [pick(rng)] + [str(rng.randint(0, 60)) for _ in range(rng.randint(3, 7))] for _ in range(rng.randint(3, 12))
        ]

    def ranking(self, rng):
        out = [self.title(rng)] if rng.random() < 0.6 else []
        unit = rng.choice(("seconds", "metres", "minutes", "points", ""))
        style = rng.randrange(4)
        for k in range(rng.randint(3, 10)):
            mark = "%d.%02d" % (rng.randint(1, 90), rng.randint(0, 99))
            p, c = self.person(rng), self.country(rng)
            out.append((
                [f"{k + 1}.", p, "(", c, ")", mark, unit],
                [str(k + 1), p, ",", c, ",", mark],
                [f"{k + 1}.", c, "(", p, ",", self.person(rng, True), ")", mark],
                [f"{k + 1}.", p, "(", c, ")", self.club(rng), mark, unit],
            )[style])  # fmt: skip
        return out

    def tennis(self, rng):
        out = [self.title(rng)] if rng.random() < 0.6 else []
        for _ in range(rng.randint(2, 7)):
            sets = [f"{rng.randint(0, 7)}-{rng.randint(0, 7)}" for _ in range(rng.randint(2, 4))]
            seed = [f"{rng.randint(1, 16)}-"] if rng.random() < 0.4 else []
            out.append(
                seed + [self.person(rng), "(", self.country(rng), ")", "beat"]
                + [self.person(rng), "(", self.country(rng), ")"] + sets
            )  # fmt: skip
        return out

    def scorecard(self, rng):
        out = [[(self.country(rng)[0], "LOCATION"), "first innings"]] if rng.random() < 0.6 else []
        for _ in range(rng.randint(2, 8)):
            out.append(rng.choice((
                [self.person(rng), "c", self.person(rng, True), "b", self.person(rng, True), str(rng.randint(0, 180))],
                [self.person(rng), "lbw b", self.person(rng, True), str(rng.randint(0, 99))],
                ["Bowling", ":", self.person(rng, True), "10-2-33-1", ",", self.person(rng, True), "8-0-41-2"],
                ["Fall of wickets", ":", "1-15", "2-55", "3-120", "."],
                [self.person(rng), "not out", str(rng.randint(0, 99))],
            )))  # fmt: skip
        return out

    def golf(self, rng):
        out = [self.title(rng)] if rng.random() < 0.5 else []
        for _ in range(rng.randint(3, 9)):
            n = [str(rng.randint(64, 80)) for _ in range(4)]
            out.append(rng.choice(([n[0], self.person(rng)], [self.person(rng), *n], [str(int(n[0]) * 4), self.person(rng), "(", self.country(rng), ")", *n])))
        return out  # fmt: skip

    def company(self, rng):
        c = rng.choice(self.l.company)
        return (c + rng.choice(("", "", " Inc", " Corp", " Ltd", " PLC", " AG", " SA", " Holdings", " Group")), "ORGANIZATION")

    def market(self, rng):
        f = lambda: "%d.%02d" % (rng.randint(0, 99), rng.randint(0, 99))
        out = []
        for _ in range(rng.randint(1, 5)):
            out.append(rng.choice((
                [self.company(rng), f"Q{rng.randint(1, 4)} net", f(), "mln vs", f(), "mln"],
                ["RESEARCH ALERT", "-", self.company(rng), rng.choice(("cut", "started", "raised")), "."],
                [self.company(rng), rng.choice(("sets payout", "to buy back shares", "says H1 net up", "shares fall")), "."],
                ["--", (rng.choice(self.l.city) + " Newsroom", "ORGANIZATION"), "+44", "171", "542", "4017"],
                ["Shr", "$", f(), "$", f()], ["Net", f(), f()],
                [self.city(rng), "-", rng.choice(("gold", "cotton", "sugar", "rice")), "closing prices", "."],
                [(rng.choice(self.l.nation), "MISC"), rng.choice(("stocks", "bonds", "wheat exports", "shares")), rng.choice(("end lower", "close up", "seen steady")), "."],
            )))  # fmt: skip
        return out

    def headline(self, rng):
        p, c, g = self.person(rng, True), self.country(rng), (rng.choice(self.l.nation), "MISC")
        spec = rng.choice((
            [c, "says", rng.choice(("ready", "willing")), "for talks with", self.country(rng)],
            [g, rng.choice(("president", "premier", "minister", "troops")), rng.choice(("visits", "leaves", "warn")), c],
            [p, rng.choice(("quits", "wins", "sacked", "signs")), "as", g, rng.choice(("coach", "captain"))],
            [self.club(rng), rng.choice(("sign", "beat", "held by")), rng.choice((p, self.club(rng)))],
            [self.city(rng), "blast", "kills", str(rng.randint(2, 60))],
            [rng.choice(("SOCCER", "TENNIS", "CRICKET", "GOLF", "BOXING")), "-", p, rng.choice(("ruled out", "returns", "beats")), rng.choice((p, self.country(rng), "favourite")), "."],
            [self.company(rng), rng.choice(("buys", "sues", "eyes")), self.company(rng)],
        ))  # fmt: skip
        r = rng.random()
        if r < 0.55:
            return [[(x[0].upper(), x[1]) if isinstance(x, tuple) else x.upper() for x in spec]]
        if r < 0.75:
            return [[x if isinstance(x, tuple) else x.title() for x in spec]]
        return [spec]

    def office(self, rng):
        role = rng.choice(("President", "Prime Minister", "Foreign Minister", "Chairman", "Governor", "Sen.", "Rep.", "Gen."))
        return [rng.choice((
            [(rng.choice(self.l.nation), "MISC"), role, self.person(rng), "met", role, self.person(rng), "of", self.country(rng), "in", self.city(rng), "."],
            [role, self.person(rng), "(", rng.choice(("R", "D")), "-", self.city(rng), ")", "said", "so", "."],
            [self.person(rng), ",", "chief executive of", self.company(rng), ",", "resigned", "."],
            ["(", "Reporting by", self.person(rng), "in", self.city(rng), "and", self.person(rng), ";", "Editing by", self.person(rng), ")"],
            ["By", self.person(rng), "and", self.person(rng)],
        ))]  # fmt: skip

    def american(self, rng):
        """City names that stand for their teams."""
        team = lambda: (rng.choice(self.l.city).upper() if rng.random() < 0.5 else rng.choice(self.l.city), "ORGANIZATION")
        return [[team(), str(rng.randint(0, 120)), team(), str(rng.randint(0, 120))] if rng.random() < 0.5
                else [team(), rng.choice(("AT", "at")), team()] for _ in range(rng.randint(2, 8))]  # fmt: skip

    def squad(self, rng):
        out = [self.country(rng) if rng.random() < 0.5 else self.club(rng), rng.choice((":", "(", "squad", "-"))]
        for k in range(rng.randint(3, 11)):
            out += [f"{k + 1}-"] if rng.random() < 0.3 else []
            out += [self.person(rng), rng.choice((",", ";"))]
        return [out[:-1] + ["."]]


# ---- everything together


def _fold(text):
    return int(hashlib.md5(text.encode()).hexdigest(), 16)


def held_out(key):
    """One document in thirty is never trained on, and chooses between recipes."""
    return _fold("held" + key) % 30 == 0


WEIGHT = {"gmb": 0.5, "btc": 0.5, "wnut17": 0.5}
SHARE = {"crossner_politics": 3}  # a small corpus of the very kind


def group_running(sents, rng):
    """Consecutive sentences as lines of one or several, as pages have them."""
    lines, i = [], 0
    while i < len(sents):
        k = 1 if rng.random() < 0.4 else rng.randint(2, 4)
        got = sents[i : i + k]
        i += k
        lines.append(token_line([w for s in got for w in s[0]], [t for s in got for t in s[1]]))
    return lines


def names_lines(path, rng, held):
    """Blocks of lines (a block makes its own windows) of one corpus; each with its fold."""
    key = os.path.basename(path)[:-6]
    docs, last, n = [], None, 0
    running = key.startswith(RUNNING)
    for tokens, labels, doc in sentences(path):
        # without marks of documents, forty sentences together are one
        d = doc if key.startswith(("redocred", "wikigold", "gum")) else n // 40
        n += 1
        if d != last:
            docs.append([])
            last = d
        docs[-1].append((tokens, labels))
    for k, sents in enumerate(docs):
        name = f"{key}/{k}"
        if held_out(name) != held:
            continue
        fold = _fold(name) % FOLDS
        if held:
            for s in sents:
                yield [token_line(*s)], fold, key
        elif running and rng.random() < 0.55:
            lines = group_running(sents, rng)
            while lines:
                k = rng.randint(1, 8)
                yield lines[:k], fold, key
                lines = lines[k:]
        else:
            for s in sents:
                yield [token_line(*s)], fold, key


def mentions_of(paths):
    out = {}
    for p in paths:
        if "btc" in p or "wnut" in p:
            continue
        for tokens, labels, _ in sentences(p):
            for a, b, t in spans(labels):
                if b - a <= 5 and tokens[a][0].isupper():
                    w, _, _ = split_tokens(tokens[a:b], labels[a:b])
                    out.setdefault(t, {})[tuple(w)] = None
    return {t: [list(m) for m in v] for t, v in out.items()}


def variant_items(job):
    """All training windows of one pass over one source; a pass differs from another in its disguises."""
    corpus, source, variant, vocab_path, seed = job
    vocabulary = pieces.Vocabulary(vocab_path)
    rng = random.Random(f"{seed}/{os.path.basename(source)}/{variant}")
    kind = os.path.basename(source)
    out = []
    if kind.endswith(".conll"):
        lists = Lists(os.path.join(corpus, "names"), mentions_of(sorted(glob.glob(os.path.join(corpus, "names/train/*.conll")))))
        key = kind[:-6]
        weight = next((w for k, w in WEIGHT.items() if key.startswith(k)), 1.0)
        for lines, fold, _ in names_lines(source, rng, held=False):
            r = rng.random()
            if r < 0.15:
                lines = [swap_names(x, lists.pool, rng) for x in lines]
            elif r < 0.19 and len(lines) == 1:
                lines = [fragment(lines[0], rng)]
            lines = [disguise(x, rng) for x in lines if x.words]
            if lines:
                misc = "names" if not key.startswith(NO_MISC) else "names-without-misc"
                out += items_of(lines, vocabulary, misc, weight, fold, key)
    elif kind == "tables":
        lists = Lists(os.path.join(corpus, "names"), mentions_of(sorted(glob.glob(os.path.join(corpus, "names/train/*.conll")))))
        tables = Tables(lists)
        for k in range(2500):
            lines = tables.block(rng)
            out += items_of([x for x in lines if x.words], vocabulary, "names", 0.7, -1, "tables")
    elif kind.startswith("polnear"):
        weight = 0.4 if "multi" in kind else 1.0
        for doc in map(json.loads, open(source, encoding="utf8")):
            if held_out(doc["id"]):
                continue
            lines = claim_lines(doc)
            if variant:  # windows begin elsewhere in every pass; single lines too
                cut = rng.randrange(len(lines))
                blocks = [lines[:cut], lines[cut:]]
                if rng.random() < 0.25:
                    blocks = [[x] for x in lines]
                for x in lines:
                    disguise(x, rng)
            else:
                blocks = [lines]
            for b in blocks:
                if b:
                    out += items_of(b, vocabulary, "claims", weight, _fold(doc["id"]) % FOLDS, "polnear")
    elif kind.startswith(("ct19", "claimbuster")):
        out += worth_items(source, vocabulary, rng, lambda d: not worth_held(d))
    else:
        for n, text in enumerate(plain_texts(source)):
            lines = pieces.lines_of(pieces.plain(text))
            if lines:
                if rng.random() < 0.3:
                    lines = [disguise(x, rng) for x in lines]
                out += items_of(lines, vocabulary, "text", 1.0, -1, "text")
    return out


def worth_held(doc):
    return _fold("debate" + doc) % 7 == 0


def worth_items(path, vocabulary, rng, wanted):
    """Debate sentences, some together with their neighbours, each with its mark."""
    kind = "ct19" if "ct19" in path else "claimbuster"
    rows = [json.loads(x) for x in open(path, encoding="utf8")]
    rows = [r for r in rows if wanted(r.get("doc", r["id"]))]
    out, i = [], 0
    while i < len(rows):
        k = rng.randint(1, 4) if kind == "ct19" and rng.random() < 0.6 else 1
        got = [r for r in rows[i : i + k] if r.get("doc") == rows[i].get("doc")]
        i += len(got)
        ws, opens, worth = [], [], []
        for r in got:
            text = pieces.plain(r["text"]).replace("\n", " ")
            line = pieces.line_of(text, 0, len(text))
            if line.words:
                worth.append((len(ws), len(ws) + len(line.words), int(r["label"]), 0 if kind == "ct19" else 1))
                ws += line.words
                opens += line.opens
        if ws:
            out += items_of([Line(ws, opens, worth=worth)], vocabulary, "worth", 1.0, -1, kind)
    return out


def plain_texts(path):
    """Texts without marks: what `text` and `title` of a JSON Lines file hold."""
    for d in map(json.loads, open(path, encoding="utf8")):
        text = d.get("text")
        if isinstance(text, str) and len(text) > 200 and len(re.findall(r"\b(?:the|of|and|to)\b", text)) > len(text) / 120:
            title = d.get("title")
            yield (title + "\n" + text if isinstance(title, str) and title else text)[:12000]


def sources(corpus):
    """(path, number of passes) of everything to train on."""
    out = [(p, 3) for p in sorted(glob.glob(os.path.join(corpus, "names/train/*.conll")))]
    out += [("tables", 3)]
    out += [(os.path.join(corpus, "claims", f"polnear.train{m}.jsonl"), k) for m, k in (("", 3), (".multi", 1))]
    out += [(os.path.join(corpus, "claims", f"{k}.train.jsonl"), 1) for k in ("ct19", "claimbuster")]
    more = ["article/fundus-dev/gold.jsonl", "article/wcxb-dev/gold.jsonl", "compare/groups/basil/docs.dev.jsonl",
            "compare/groups/wire/docs.dev.jsonl", "compare/groups/ecb/docs.train.jsonl"]  # fmt: skip
    out += [(os.path.join(corpus, p), 1) for p in more]
    return [(p, k) for p, k in out if p == "tables" or os.path.exists(p)]
