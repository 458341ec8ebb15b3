"""From text to what the encoder reads: plain characters, words with their offsets, word pieces, letter-case shapes, windows.

The Java side (org.hearsay.read.language) does the same, character for character; a change here is a change there.
"""

import re
import unicodedata
from dataclasses import dataclass, field

WINDOW = 256  # pieces in a window, [CLS] and every [SEP] counted
PART = 240  # pieces of one part of a line
UNKNOWN, START, END = 100, 101, 102
SHAPES = 13

_PLAIN = {}
for _chars, _to in (
    ("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\uff07", "'"),
    ("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02", '"'),
    ("\u2010\u2011\u2012\u2013\u2212\ufe58\ufe63\uff0d", "-"),
    ("\u2015\u2e3a\u2e3b", "\u2014"),
    ("\u2028\u2029\u200b\ufeff\u2060\u2800", " "),
):
    for _c in _chars:
        _PLAIN[ord(_c)] = _to


def plain(text):
    """The same text in plain characters, one for one; line ends stay."""
    text = text.translate(_PLAIN)
    return "".join(
        c if " " <= c <= "~" or c == "\n" else " " if c.isspace() or unicodedata.category(c) in ("Cc", "Zs") else c
        for c in text
    )


_kind = {}


def _kind_of(c):
    k = _kind.get(c)
    if k is None:
        cat = unicodedata.category(c)
        o = ord(c)
        ascii_mark = 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126
        k = 0 if c.isspace() or c in "\x00\ufffd" or cat in ("Cc", "Cf") else 1 if ascii_mark or cat[0] == "P" else 2
        _kind[c] = k
    return k


def words(text):
    """[(start, end)]: runs without white space; every punctuation character alone."""
    out = []
    start = -1
    for i, c in enumerate(text):
        k = _kind_of(c)
        if k == 2:
            if start < 0:
                start = i
            continue
        if start >= 0:
            out.append((start, i))
            start = -1
        if k == 1:
            out.append((i, i + 1))
    if start >= 0:
        out.append((start, len(text)))
    return out


def opening(text, at):
    """Whether the double quote at `at` opens: at the line's start or after a space or bracket, and before a word."""
    before = at == 0 or text[at - 1].isspace() or text[at - 1] in "([\u2014-"
    return before and at + 1 < len(text) and not text[at + 1].isspace()


class Vocabulary:
    def __init__(self, path):
        with open(path, encoding="utf8") as f:
            self.ids = {line.rstrip("\n"): i for i, line in enumerate(f)}
        self.cache = {}

    def pieces(self, word):
        got = self.cache.get(word)
        if got is None:
            got = self._pieces(word)
            if len(self.cache) < 500_000:
                self.cache[word] = got
        return got

    def _pieces(self, word):
        low = unicodedata.normalize("NFD", word.lower())
        low = "".join(c for c in low if unicodedata.category(c) != "Mn")
        if not low or len(low) > 100:
            return [UNKNOWN]
        out = []
        i = 0
        while i < len(low):
            j = len(low)
            while j > i:
                piece = self.ids.get(("##" if i else "") + low[i:j])
                if piece is not None:
                    break
                j -= 1
            else:
                return [UNKNOWN]
            out.append(piece)
            i = j
        return out


def _shape(word):
    if any(c.isdigit() for c in word):
        return 6
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 7
    upper = [c.isupper() for c in letters]
    if not any(upper):
        return 1
    if len(letters) == 1:
        return 4
    if all(upper):
        return 3
    return 2 if upper[0] and not any(upper[1:]) else 5


_shape_cache = {}


def shapes(line, opens):
    """The class of every word of one line; `opens` tells of each word whether it is an opening double quote."""
    out = []
    for w in line:
        s = _shape_cache.get(w)
        if s is None:
            s = _shape(w)
            if len(_shape_cache) < 500_000:
                _shape_cache[w] = s
        out.append(s)
    lettered = [s for s in out if 1 <= s <= 5]
    caps = len(lettered) >= 3 and sum(s in (3, 4) for s in lettered) >= 0.8 * len(lettered)
    title = not caps and len(lettered) >= 4 and sum(s >= 2 for s in lettered) >= 0.7 * len(lettered)
    first = True
    for i, w in enumerate(line):
        s = out[i]
        if s <= 6:
            if first and s == 2:
                out[i] = 8
            elif caps and s == 3:
                out[i] = 9
            elif title and s == 2:
                out[i] = 12
            first = False
        elif w in (".", "?", "!", '"'):
            first = True
        if w == '"':
            out[i] = 10 if opens[i] else 11
    return out


@dataclass
class Line:
    """One line of a text: its words, and per word whatever labels its corpus has."""

    words: list
    opens: list
    names: list = None  # labels such as "B-PERSON"
    cue: list = None  # 0, 1, 2
    args: list = field(default_factory=list)  # (first cue word, end, labels of every word)
    worth: list = field(default_factory=list)  # (first word, end, label, scale)
    at: list = None  # offsets in the text


def line_of(text, start, end):
    """The line text[start:end] of a plain text, with offsets into the text."""
    line = text[start:end]
    found = words(line)
    return Line(
        [line[a:b] for a, b in found],
        [line[a] == '"' and opening(line, a) for a, b in found],
        at=[(start + a, start + b) for a, b in found],
    )


def lines_of(text):
    found = (line_of(text, m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    return [x for x in found if x.words]


@dataclass
class Part:
    """A piece of a line that fits: words first..end of the line."""

    line: Line
    first: int
    end: int
    ids: list
    shapes: list
    starts: list  # of each word, its first piece within ids


def parts_of(line, vocabulary):
    sh = shapes(line.words, line.opens)
    pieces = [vocabulary.pieces(w)[:PART] for w in line.words]
    out = []
    i = 0
    while i < len(pieces):
        n, j = 0, i
        while j < len(pieces) and n + len(pieces[j]) <= PART:
            n += len(pieces[j])
            j += 1
        if j < len(pieces):
            j = _sentence_end(line.words, i, j)
        ids, shp, starts = [], [], []
        for k in range(i, j):
            starts.append(len(ids))
            ids += pieces[k]
            shp += [sh[k]] * len(pieces[k])
        out.append(Part(line, i, j, ids, shp, starts))
        i = j
    return out


def _sentence_end(line, i, j):
    for k in range(j, (i + j) // 2, -1):
        w = line[k - 1]
        if w in (".", "?", "!") or (w in ('"', "'", ")") and k - 2 >= i and line[k - 2] in (".", "?", "!")):
            if k == j and w in (".", "?", "!") and k < len(line) and line[k] in ('"', "'", ")"):
                continue  # the closing mark belongs to this sentence and does not fit
            return k
    return j


def windows(parts, most=WINDOW):
    """Consecutive parts, packed greedily."""
    out, cur, n = [], [], 1
    for p in parts:
        if cur and n + len(p.ids) + 1 > most:
            out.append(cur)
            cur, n = [], 1
        cur.append(p)
        n += len(p.ids) + 1
    if cur:
        out.append(cur)
    return out
