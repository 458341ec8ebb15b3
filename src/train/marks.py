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


def articles(path):
    """[(id, text, proposals)] of a file of our own marked articles; a mark whose words are not there is an error."""
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
        out.append((head.split("|")[0].strip(), text, proposals))
    return out


def news(path, corpus):
    """[(id, text, proposals)] of news, the texts from the corpora."""
    texts = {}
    for file in ("claims/polnear.train.jsonl", "compare/groups/wire/docs.dev.jsonl"):
        with open(f"{corpus}/{file}", encoding="utf8") as f:
            for d in map(json.loads, f):
                texts[d["id"] if file.startswith("claims") else "wire/" + d["id"]] = d["text"]
    with open(path, encoding="utf8") as f:
        return [(d["id"], texts[d["id"]], d["proposals"]) for d in map(json.loads, f)]
