"""What the network says of windows, in batches."""

import numpy as np
import torch

from score import relation


def pad(rows, width, value=0):
    out = np.full((len(rows), width), value, np.int64)
    for i, r in enumerate(rows):
        out[i, : len(r)] = r
    return torch.from_numpy(out)


def even(n):
    """Widths of whole eights, which fast attention likes."""
    return -(-n // 8) * 8


class Tagger:
    """What the network says of windows; nothing is trained."""

    def __init__(self, net, device="cpu", budget=16384, autocast=None):
        self.net, self.device, self.budget = net.eval(), device, budget
        self.autocast = device != "cpu" if autocast is None else autocast

    def batches(self, items):
        order = sorted(range(len(items)), key=lambda i: len(items[i]["ids"]))
        cur = []
        for i in order:
            if cur and len(items[i]["ids"]) * (len(cur) + 1) > self.budget:
                yield cur
                cur = []
            cur.append(i)
        if cur:
            yield cur

    @torch.no_grad()
    def read(self, items, jobs_of=None):
        """Yields (index, names, cue, worth, args): log-probabilities of every word; args of jobs_of(index, item, cue): cue spans as (part, first, end)."""
        for batch in self.batches(items):
            got = [items[i] for i in batch]
            width = even(max(len(x["ids"]) for x in got)) if self.autocast else max(len(x["ids"]) for x in got)
            ids, shp = pad([x["ids"] for x in got], width), pad([x["shp"] for x in got], width)
            mask = pad([np.ones(len(x["ids"])) for x in got], width)
            with torch.autocast(self.device, dtype=torch.bfloat16, enabled=self.autocast):
                h = self.net.encode(ids.to(self.device), shp.to(self.device), mask.to(self.device))
                flat = torch.from_numpy(np.concatenate([x["starts"].astype(np.int64) + k * width for k, x in enumerate(got)])).to(self.device)
                hw = h.reshape(-1, h.shape[-1])[flat]
                names, cue, worth = self.net.names(hw), self.net.cue(hw), self.net.worth(hw)
            names, cue = (torch.log_softmax(x.float(), -1).cpu().numpy() for x in (names, cue))
            worth = worth.float()[:, 0].cpu().numpy()
            cuts = np.cumsum([len(x["starts"]) for x in got])[:-1]
            names, cue, worth = np.split(names, cuts), np.split(cue, cuts), np.split(worth, cuts)
            jobs = []
            if jobs_of:
                jobs = [(k, *j) for k, i in enumerate(batch) for j in jobs_of(i, items[i], cue[k])]
            answers = {k: [] for k in range(len(batch))}
            for z in range(0, len(jobs), 512):
                self._arguments(h, got, jobs[z : z + 512], answers)
            for k, i in enumerate(batch):
                yield i, names[k], cue[k], worth[k], answers[k]

    def _arguments(self, h, got, jobs, answers):
        s = slices(got, jobs)
        with torch.autocast(self.device, dtype=torch.bfloat16, enabled=self.autocast):
            flat = h.reshape(-1, h.shape[-1])
            index = s["where"] + s["row"][:, None] * h.shape[1]
            y = self.net.arguments(flat[index.to(self.device)], s["rel"].to(self.device), s["mask"].to(self.device))
        y = torch.log_softmax(y.float(), -1).cpu().numpy()
        for n, (k, part, a, b) in enumerate(jobs):
            lo, _, w0, w1 = got[k]["bounds"][part]
            answers[k].append(((part, a, b), y[n, got[k]["starts"][w0:w1].astype(np.int64) - lo]))


def slices(got, jobs):
    """For each (row, part, first cue word, end): the pieces of its part, their distance classes, and the mask."""
    where, rel, row = [], [], []
    for k, part, a, b in jobs:
        x = got[k]
        lo, hi, _, w1 = x["bounds"][part]
        start = int(x["starts"][a])
        end = int(x["starts"][b]) if b < w1 else hi - 1
        where.append(np.arange(lo, hi))
        rel.append(relation(hi - lo, start - lo, end - lo))
        row.append(k)
    width = even(max(len(r) for r in rel))
    return dict(where=pad(where, width), rel=pad(rel, width), mask=pad([np.ones(len(r)) for r in rel], width), row=torch.tensor(row))
