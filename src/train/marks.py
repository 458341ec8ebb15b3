"""Marked proposals: those of our own articles (the format is told in src/docs/claims-gold.md), and those of news whose words are not ours (proposals.jsonl: offsets into texts of the corpora)."""

import json
import re

TYPED = re.compile(r"[\u2022\u2013\u2014-] |\([0-9a-e]\) ")


def article(lines):
    """The text as Hearsay reads it: marks of headings and items are dropped, typed ones stay."""
    out = []
    for line in lines:
        if line.startswith("## "):
            line = line[3:]
        elif not TYPED.match(line) and re.match(r"\* |\d+\. |# ", line):
            line = line[line.index(" ") + 1 :]
        out.append(line)
    return "\n".join(out)


def span(text, words):
    """'first words .. last words': from the place of the first to the next place of the last."""
    ends = words.strip().split(" .. ")
    start = text.index(ends[0])
    if len(ends) == 1:
        return [start, start + len(ends[0])]
    return [start, text.index(ends[1], start + len(ends[0])) + len(ends[1])]


def either(words):
    return [w.strip() for w in words.strip().split(" or ")]


def places(text, words):
    return [list(m.span()) for m in re.finditer(r"(?<!\w)" + re.escape(words) + r"(?!\w)", text)] or [
        list(m.span()) for m in re.finditer(re.escape(words), text)
    ]


def gap(a, b):
    return max(0, max(a[0], b[0]) - min(a[1], b[1]))


def resolved(text, marked):
    """Where the trigger, the proposer and the recipient stand, of which a mark gives the words alone: near what is proposed."""
    anchors = ([marked["matter"]] if marked["matter"] else []) + [t["span"] for t in marked["terms"]]
    by = [x for w in marked["proposer"] for x in places(text, w)]
    title = text.find("\n")
    choices = []
    for n, words in enumerate(marked["trigger"]):
        for a, b in places(text, words):
            far = 30 * n + (300 if a < title else 0)
            if anchors:
                far += min(gap((a, b), s) + (0 if b <= s[0] else 40) for s in anchors)
            if by:
                far += 0.5 * min(400, min(a - e if e <= a else abs(s - b) + 60 for s, e in by))
            choices.append((far, a, b))
    if not choices:
        return None
    trigger = list(min(choices)[1:])

    def nearest(ways):
        found = []
        for n, words in enumerate(ways):
            for a, b in places(text, words):
                apart = "\n" in text[min(a, trigger[0]) : max(b, trigger[1])]
                found.append(((500 if apart else 0) + (trigger[0] - b if b <= trigger[0] else a - trigger[1] + 20) + 10 * n, a, b))
        return [list(min(found)[1:])] if found else []

    return dict(act=marked["act"], status=marked["status"], optional=marked["optional"], trigger=trigger, proposer=nearest(marked["proposer"]),
                recipient=nearest(marked["recipient"]), matter=[marked["matter"]] if marked["matter"] else [], terms=marked["terms"])  # fmt: skip


STANCES = ["asserted", "possible", "forecast", "planned", "proposed", "conditional", "asked"]
NOBODY, OUTLET, NAMED, OTHERS = 1, 2, 4, 8  # who tells a word, as bits: several where the marks leave it open
CLAIMS_AT_LEAST = 5  # marks an article, in a file whose claims are marked at all


def teller(voice):
    """Of the alternatives of a mark, as bits."""
    bits = 0
    for way in either(voice):
        last = way.split(" > ")[-1].strip()
        bits |= OUTLET if last == "outlet" else OTHERS if last[:1] in "'?" else NAMED
    return bits


def claim(text, mark):
    """Of the line of a claim: who tells it, its stances as bits, and whether it is denied (1 no, 2 yes), and its words."""
    optional, mark = mark.startswith("~ "), mark.removeprefix("~ ")
    voice, stance, _, words = mark.split(" | ", 3)
    stances = denied = 0
    for way in either(stance):
        stances |= 1 << STANCES.index(way.split()[0])
        denied |= 2 if way.endswith(" denied") else 1
    named = [w.split(" > ")[-1].strip() for w in either(voice)]
    named = [w for w in named if w != "outlet" and w[:1] not in "'?"]
    spans = [span(text, piece) for piece in words.split(" || ")[0].split(" + ")]
    return dict(optional=optional, teller=teller(voice), stances=stances, denied=denied, spans=spans, named=named)


MENTION = re.compile(r"[A-Z][\w\u2019'&./-]*(?: (?:(?:of|for|de|the|and|van|von|al|bin|da|di) ){0,2}[A-Z0-9][\w\u2019'&./-]*)*")
TITLES = {"mr", "mrs", "ms", "dr", "sir", "dame", "lord", "lady", "the", "prof", "professor", "president", "minister", "prime", "senator", "sen", "rep", "judge", "justice", "cllr"}


def mentions(text):
    """Where names may stand: runs of words with capitals."""
    return [list(m.span()) for m in MENTION.finditer(text)]


def name_words(name):
    name = re.sub(r"['\u2019]s?$", "", name.strip(".,'\u2019 ").lower())
    return [w.strip(".,") for w in name.split() if w.strip(".,") not in TITLES]


def same_name(mention, name):
    """Whether the words of a mention are the name, a part of it or more."""
    a, b = name_words(mention), name_words(name)
    if not a or not b:
        return False
    return a == b or (set(a) <= set(b) and (a[-1] == b[-1] or a[0] == b[0])) or (set(b) <= set(a) and (a[-1] == b[-1] or a[0] == b[0]))


def articles(path):
    """[(id, text, proposals, claims)] of a file of our own marked articles; a mark whose words are not there is an error.

    Claims are nothing where the file marks proposals alone."""
    out = []
    with open(path, encoding="utf8") as f:
        entries = re.split(r"(?m)^== ", f.read())
    for entry in entries:
        if not entry.strip() or entry.startswith("#"):
            continue
        body, marks = re.split(r"(?m)^-- *$", entry, maxsplit=1)
        head, *lines = body.strip().split("\n")
        text, found = article(lines), []
        for mark in marks.strip().split("\n"):
            optional, mark = mark.startswith("~ "), mark.removeprefix("~ ")
            if mark.startswith("proposal: "):
                way, trigger, proposer, recipient, matter, _ = mark[10:].split(" | ")
                names = lambda words: [w for w in either(words) if w != "-"]
                found.append(dict(optional=optional, act=either(way)[0].split()[0], status=either(way)[0].split()[1], trigger=either(trigger), proposer=names(proposer),
                                  recipient=names(recipient), matter=None if matter.strip() == "-" else span(text, matter), terms=[]))  # fmt: skip
            elif mark.startswith("term: "):
                kind, words = mark[6:].split(" | ", 1)
                found[-1]["terms"].append(dict(kind=either(kind)[0], span=span(text, words.split(" || ")[0])))
        proposals = [p for p in (resolved(text, m) for m in found) if p]
        said = [claim(text, m) for m in marks.strip().split("\n") if m.count(" | ") >= 3 and not m.removeprefix("~ ").startswith(("proposal: ", "term: "))]
        titles = [span(text, x[x.index(" ") + 1 :]) for x in lines if x.startswith(("# ", "## "))]
        out.append((head.split("|")[0].strip(), text, proposals, dict(said=said, titles=titles)))
    if sum(len(a[3]["said"]) for a in out) < CLAIMS_AT_LEAST * len(out):
        out = [a[:3] + (None,) for a in out]
    return out


def news(path, corpus):
    """[(id, text, proposals, nothing)] of news, the texts from the corpora."""
    texts = {}
    for file in ("claims/polnear.train.jsonl", "compare/groups/wire/docs.dev.jsonl"):
        with open(f"{corpus}/{file}", encoding="utf8") as f:
            for d in map(json.loads, f):
                texts[d["id"] if file.startswith("claims") else "wire/" + d["id"]] = d["text"]
    with open(path, encoding="utf8") as f:
        return [(d["id"], texts[d["id"]], d["proposals"], None) for d in map(json.loads, f)]
