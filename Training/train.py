"""Trains the joint model within a fixed time, from raw corpora to checkpoints.

    python train.py --corpora DIR --base DIR --out DIR --minutes 85 [--resume] [--without-polnear]
    python train.py --corpora DIR --from MODEL --out DIR --minutes 70     # goes on from an exported model

The learning rate follows the share of the time that is used, so a run on a busy machine ends when it
should, with fewer steps. A checkpoint holds everything to go on from; `--resume` goes on.
"""
import argparse
import json
import random
import time
from pathlib import Path

import torch

from altering import alterer
from corpora.everything import learn_labels, read_training
from lemma import Scripts
from losses import WEIGHTS, losses
from measures import measure
from model import Reader
from warm_start import load_warm
from windows import Stream, batches, collate
from wordpiece import WordPiece

LAYERS_TAUGHT = ("upos", "features", "lemma", "deprel", "names", "attribution")
POOL_PIECES = 120_000
NAMED_SHARE = 0.035
WARM_UP = 0.06
AVERAGE_EVERY, AVERAGE_DECAY = 5, 0.995  # a step's decay is about .999


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpora", type=Path, required=True)
    start = parser.add_mutually_exclusive_group(required=True)
    start.add_argument("--base", type=Path, help="folder with model.safetensors and vocab.txt")
    start.add_argument("--from", type=Path, dest="warm", help="a model folder to go on from, with its labels")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=85)
    parser.add_argument("--budget", type=int, default=2200, help="pieces of a batch")
    parser.add_argument("--encoder-rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=2e-3)
    parser.add_argument("--parsed-share", type=float, default=0.45)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--save-minutes", type=float, default=5)
    parser.add_argument("--measure-minutes", type=float, default=15)
    parser.add_argument("--rounded", action="store_true", help="the matrices see their input as int8 arithmetic does")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps (for a trial)")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--without-polnear", action="store_true")
    return parser.parse_args()


def rate(share):
    """The learning rate's factor when `share` of the time is used: a linear rise, then a linear fall to 1 %."""
    if share < WARM_UP:
        return max(0.02, share / WARM_UP)
    return max(0.01, 1 - (share - WARM_UP) / (1 - WARM_UP))


class Trainer:
    def __init__(self, options):
        self.options = options
        options.out.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(options.seed)
        random.seed(options.seed)
        torch.set_num_threads(options.threads)
        self.model, self.wordpiece = self._fresh() if options.base else load_warm(options.warm)
        self.model.fast = True
        self.model.see_rounded(options.rounded)
        self.labels = {layer: self.model.labels[layer] for layer in LAYERS_TAUGHT}
        (options.out / "labels.json").write_text(json.dumps(self.labels, indent=1, ensure_ascii=False))
        self.scripts = Scripts(self.labels["lemma"])
        self.corpora = read_training(options.corpora, self.labels, not options.without_polnear)
        self._make_optimisers()
        self.average = {k: v.detach().clone() for k, v in self.model.state_dict().items()}
        self.step, self.used, self.pools, self.pieces = 0, 0.0, 0, 0
        self._make_streams()

    def _fresh(self):
        """The base's encoder under new heads."""
        wordpiece = WordPiece(self.options.base / "vocab.txt")
        model = Reader(learn_labels(self.options.corpora), len(wordpiece.pieces))
        model.load_base(self.options.base / "model.safetensors")
        return model, wordpiece

    def _make_optimisers(self):
        table = self.model.embeddings.word.weight
        encoder, heads = [], []
        for name, p in self.model.named_parameters():
            if p is not table:
                (encoder if name.startswith(("embeddings", "layers.")) else heads).append(p)
        decayed = lambda ps, lr: [{"params": [p for p in ps if p.dim() > 1], "lr": lr, "peak": lr, "weight_decay": 0.01},
                                  {"params": [p for p in ps if p.dim() < 2], "lr": lr, "peak": lr, "weight_decay": 0.0}]
        o = self.options
        self.dense = torch.optim.AdamW(
            decayed(encoder, o.encoder_rate) + decayed(heads, o.head_rate), betas=(0.9, 0.98), fused=True)
        self.sparse = torch.optim.SparseAdam([{"params": [table], "lr": o.encoder_rate, "peak": o.encoder_rate}])
        self.table, self.dense_parameters = table, encoder + heads

    def _make_streams(self):
        o, c, cut = self.options, self.corpora, self.wordpiece.cut
        share = o.parsed_share if c.reports else 1 - NAMED_SHARE
        self.streams = [
            (share, Stream(c.parsed, cut, o.seed, (64, 320), alone=0.12, alter=alterer(0.4, 0.04))),
            (NAMED_SHARE, Stream(c.named, cut, o.seed + 1, (64, 256), alone=0.3, alter=alterer(0.5, 0.04))),
        ]
        if c.reports:
            reports = Stream(c.reports, cut, o.seed + 2, (160, 380), at_paragraphs=True, alter=alterer(0.3, 0.05))
            self.streams.append((1 - share - NAMED_SHARE, reports))

    def pool(self):
        """The next batches; a function of the seed and how many pools came before."""
        self.pools += 1
        drawn = [w for share, stream in self.streams for w in stream.draw(share * POOL_PIECES)]
        return batches(drawn, self.options.budget, random.Random(self.options.seed * 1000 + self.pools))

    def train_step(self, group):
        self.model.train()
        rng = random.Random(self.options.seed * 7919 + self.step)
        batch = collate(group, self.wordpiece, self.scripts, rng)
        with torch.autocast("cpu", torch.bfloat16):
            h = self.model.encode(batch, dropout=0.1, word_dropout=0.2)
            terms = losses(self.model, batch, h, head_dropout=0.3)
        total = sum(WEIGHTS[k] * v for k, v in terms.items())
        total.backward()
        norm = torch.nn.utils.clip_grad_norm_(self.dense_parameters, 1.0)
        self.table.grad = self.table.grad.coalesce() * min(1.0, 1.0 / (float(norm) + 1e-6))
        factor = rate(self.share())
        for optimiser in (self.dense, self.sparse):
            for group_ in optimiser.param_groups:
                group_["lr"] = group_["peak"] * factor
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
        self.step += 1
        self.pieces += int(batch["mask"].sum())
        if self.step % AVERAGE_EVERY == 0:
            self._average()
        return {k: float(v.detach()) for k, v in terms.items()}, float(norm)

    @torch.no_grad()
    def _average(self):
        decay = min(AVERAGE_DECAY, (1 + self.step / AVERAGE_EVERY) / (10 + self.step / AVERAGE_EVERY))
        now = self.model.state_dict()
        names = list(self.average)
        torch._foreach_lerp_([self.average[k] for k in names], [now[k] for k in names], 1 - decay)

    def share(self):
        return min(1.0, self.used / (self.options.minutes * 60))

    def save(self):
        path = self.options.out / "checkpoint.pt"
        state = {"model": self.model.state_dict(), "average": self.average, "dense": self.dense.state_dict(),
                 "sparse": self.sparse.state_dict(), "step": self.step, "used": self.used, "pools": self.pools,
                 "pieces": self.pieces, "random": torch.get_rng_state(), "labels": self.labels}
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def resume(self):
        """Goes on from the last checkpoint, at the pool after the one it was saved in."""
        state = torch.load(self.options.out / "checkpoint.pt", weights_only=True)
        self.model.load_state_dict(state["model"])
        self.average = state["average"]
        self.dense.load_state_dict(state["dense"])
        self.sparse.load_state_dict(state["sparse"])
        torch.set_rng_state(state["random"])
        while self.pools < state["pools"]:
            self.pool()
        self.step, self.used, self.pieces = state["step"], state["used"], state["pieces"]

    def log(self, **facts):
        with open(self.options.out / "log.jsonl", "a", encoding="utf-8") as out:
            out.write(json.dumps({"step": self.step, "minutes": round(self.used / 60, 2), **facts}) + "\n")

    def measure_held_out(self):
        """Figures on the held-out documents for the averaged weights, and for the weights as they are at the end."""
        mine = {k: v.clone() for k, v in self.model.state_dict().items()}
        documents = self.corpora.held_out_parsed + self.corpora.held_out_reports
        result = {}
        for name, weights in (("average", self.average),) + ((("last", mine),) if self.share() >= 1 else ()):
            self.model.load_state_dict(weights)
            result[name] = measure(self.model, documents, self.wordpiece, self.scripts)
            self.log(held_out=name, **result[name])
        self.model.load_state_dict(mine)
        return result

    def run(self):
        o = self.options
        last_save = last_measure = self.used
        sums, since, pieces = {}, time.monotonic(), self.pieces
        while self.share() < 1 and not (o.steps and self.step >= o.steps):
            for group in self.pool():
                begin = time.monotonic()
                terms, norm = self.train_step(group)
                for k, v in terms.items():
                    sums[k] = sums.get(k, 0.0) + v
                if self.step % 50 == 0:
                    took = time.monotonic() - since
                    self.log(losses={k: round(v / 50, 4) for k, v in sums.items()}, norm=round(norm, 3),
                             rate=round(rate(self.share()), 4), pieces_per_second=round((self.pieces - pieces) / took))
                    sums, since, pieces = {}, time.monotonic(), self.pieces
                if self.used - last_measure > o.measure_minutes * 60:
                    self.measure_held_out()
                    last_measure = self.used
                if self.used - last_save > o.save_minutes * 60:
                    self.save()
                    last_save = self.used
                self.used += time.monotonic() - begin
                if self.share() >= 1 or (o.steps and self.step >= o.steps):
                    break
        self.save()
        result = self.measure_held_out()
        (o.out / "held_out.json").write_text(json.dumps(result, indent=1))


def main():
    options = arguments()
    trainer = Trainer(options)
    if options.resume and (options.out / "checkpoint.pt").exists():
        trainer.resume()
    trainer.run()


if __name__ == "__main__":
    main()
