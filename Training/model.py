"""The joint model: one MiniLM encoder pass, and every head that reads it."""
import json
import struct
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from fast_dropout import dropout as dropout_of

WIDTH, LAYERS, HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 512
CASES = 6
NUMPY = {"F32": np.float32, "F16": np.float16, "I8": np.int8, "I64": np.int64}


def read_safetensors(path):
    """{name: tensor} of a safetensors file (8-byte header length, JSON header, raw little-endian data)."""
    raw = Path(path).read_bytes()
    length = struct.unpack("<Q", raw[:8])[0]
    header = json.loads(raw[8:8 + length])
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            a, b = (8 + length + o for o in entry["data_offsets"])
            tensors[name] = torch.from_numpy(np.frombuffer(raw[a:b], NUMPY[entry["dtype"]]).reshape(entry["shape"]).copy())
    return tensors


def round_rows(x):
    """What int8 arithmetic sees of `x`: each row rounded to 127 steps of its largest magnitude; gradients pass."""
    with torch.no_grad():
        scale = x.abs().amax(-1, keepdim=True).clamp(min=1e-12) / 127
        change = torch.round(x / scale) * scale - x
    return x + change


class Attention(nn.Module):
    """Self-attention and its residual; `seen` is what the matrices get to see of their input."""

    def __init__(self):
        super().__init__()
        self.seen = None
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, bias, dropout):
        rows, length, _ = x.shape
        weight = torch.cat([self.query.weight, self.key.weight, self.value.weight])
        together = F.linear(self.seen(x) if self.seen else x, weight, torch.cat([self.query.bias, self.key.bias, self.value.bias]))
        q, k, v = together.view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        if q.dtype == torch.bfloat16 and length <= 300:  # here twice as fast as the fused one
            scores = q @ k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5
            mixed = torch.softmax(scores if bias is None else scores + bias, -1).to(q.dtype) @ v
        else:
            wide = None if bias is None else bias.expand(-1, HEADS, length, -1).to(q.dtype)
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=wide)
        mixed = mixed.transpose(1, 2).reshape(rows, length, WIDTH)
        mixed = self.output(self.seen(mixed) if self.seen else mixed)
        return self.norm(x + dropout_of(mixed, dropout, self.training))


class FeedForward(nn.Module):
    def __init__(self):
        super().__init__()
        self.seen = None
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, dropout):
        inner = F.gelu(self.up(self.seen(x) if self.seen else x))
        return self.norm(x + dropout_of(self.down(self.seen(inner) if self.seen else inner), dropout, self.training))


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.attention, self.feedforward = Attention(), FeedForward()


class Embeddings(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.word = nn.Embedding(vocabulary, WIDTH, sparse=True)
        self.position, self.case = nn.Embedding(POSITIONS, WIDTH), nn.Embedding(CASES, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        nn.init.zeros_(self.case.weight)

    def forward(self, ids, cases):
        positions = self.position.weight[:ids.shape[1]]
        return self.norm(self.word(ids) + positions + self.kind + self.case(cases))


class Biaffine(nn.Module):
    """score(i -> j) = dep_i' U head_j + b' head_j, with GELU layers below and one learned extra candidate.

    `extra` is the name of that candidate's vector, in head space: the root, or "none of these".
    """

    def __init__(self, size, extra):
        super().__init__()
        self.dependent, self.head = nn.Linear(WIDTH, size), nn.Linear(WIDTH, size)
        self.bilinear = nn.Parameter(torch.randn(size, size) * size ** -0.5 * 0.3)
        self.bias = nn.Parameter(torch.zeros(size))
        self.extra_name = extra
        self.register_parameter(extra, nn.Parameter(torch.randn(size) * 0.1))

    def layers(self, dependents, heads, dropout):
        dep, head = F.gelu(self.dependent(dependents)), F.gelu(self.head(heads))
        return dropout_of(dep, dropout, self.training).float(), dropout_of(head, dropout, self.training).float()

    def scores(self, dep, head):
        """dep [..., D, n], head [..., H, n] -> [..., D, 1 + H]; the extra candidate is column 0."""
        extra = getattr(self, self.extra_name).expand(*head.shape[:-2], 1, -1)
        candidates = torch.cat([extra, head], dim=-2)
        return dep @ self.bilinear @ candidates.transpose(-1, -2) + (candidates @ self.bias).unsqueeze(-2)


class Labels(nn.Module):
    """score_k = [dep;1]' W_k [head;1] for a word and its head."""

    def __init__(self, classes, size=96):
        super().__init__()
        self.dependent, self.head = nn.Linear(WIDTH, size), nn.Linear(WIDTH, size)
        self.root = nn.Parameter(torch.randn(size) * 0.1)
        self.bilinear = nn.Parameter(torch.randn(classes, size + 1, size + 1) * 0.02)

    def forward(self, dependents, heads, is_root, dropout):
        """dependents, heads [N, WIDTH]; is_root [N] bool -> [N, classes]."""
        dep = dropout_of(F.gelu(self.dependent(dependents)), dropout, self.training).float()
        head = dropout_of(F.gelu(self.head(heads)), dropout, self.training).float()
        head = torch.where(is_root.unsqueeze(-1), self.root, head)
        dep, head = F.pad(dep, (0, 1), value=1.0), F.pad(head, (0, 1), value=1.0)
        classes, size = self.bilinear.shape[0], self.bilinear.shape[1]
        mixed = (dep @ self.bilinear.permute(1, 0, 2).reshape(size, classes * size)).view(-1, classes, size)
        return (mixed @ head.unsqueeze(-1)).squeeze(-1)


class Tagger(nn.Module):
    """A linear-chain CRF: emissions, transition [from, to] and start scores."""

    def __init__(self, classes):
        super().__init__()
        self.linear = nn.Linear(WIDTH, classes)
        self.transition = nn.Parameter(torch.zeros(classes, classes))
        self.start = nn.Parameter(torch.zeros(classes))
        inside = [c > 0 and c % 2 == 0 for c in range(classes)]  # O, B-X, I-X, B-Y, I-Y ...
        illegal = [[inside[to] and of not in (to, to - 1) for to in range(classes)] for of in range(classes)]
        self.register_buffer("illegal", torch.tensor(illegal), persistent=False)
        self.register_buffer("illegal_start", torch.tensor(inside), persistent=False)

    def moves(self):
        """transition [from, to] and start [to], in which no I follows anything but its own B or I."""
        return self.transition.masked_fill(self.illegal, -1e4), self.start.masked_fill(self.illegal_start, -1e4)


class Factuality(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden, self.output = nn.Linear(WIDTH, 128), nn.Linear(128, 1)

    def forward(self, h):
        return self.output(F.gelu(self.hidden(h))).float().squeeze(-1)


class Reader(nn.Module):
    """Every head over one encoder. `labels` maps a layer to its classes."""

    def __init__(self, labels, vocabulary):
        super().__init__()
        self.labels = labels
        self.fast = False  # bfloat16 when measuring
        self.embeddings = Embeddings(vocabulary)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.upos, self.features, self.lemma, self.names = (
            nn.Linear(WIDTH, len(labels[k])) for k in ("upos", "features", "lemma", "names"))
        self.attribution = Tagger(len(labels["attribution"]))
        self.arc, self.label = Biaffine(256, "root"), Labels(len(labels["deprel"]))
        self.link, self.coreference = Biaffine(128, "none"), Biaffine(128, "none")
        self.mention = nn.Linear(WIDTH, 1)
        self.factuality = Factuality()
        # Only training reads it: plain tags from the same vectors, so that the CRF's emissions are left free.
        self.helper = nn.Linear(WIDTH, len(labels["attribution"]))

    def load_base(self, path):
        """Takes the encoder of a BERT-shaped safetensors file."""
        base = {k.removeprefix("bert."): v for k, v in read_safetensors(path).items()}
        renamed = {
            "embeddings.word.weight": base["embeddings.word_embeddings.weight"],
            "embeddings.position.weight": base["embeddings.position_embeddings.weight"],
            "embeddings.kind": base["embeddings.token_type_embeddings.weight"][0],
        }
        pairs = [("embeddings.norm", "embeddings.LayerNorm")]
        for n in range(LAYERS):
            ours, theirs = f"layers.{n}", f"encoder.layer.{n}"
            pairs += [(f"{ours}.attention.{k}", f"{theirs}.attention.self.{k}") for k in ("query", "key", "value")]
            pairs += [(f"{ours}.attention.output", f"{theirs}.attention.output.dense"),
                      (f"{ours}.attention.norm", f"{theirs}.attention.output.LayerNorm"),
                      (f"{ours}.feedforward.up", f"{theirs}.intermediate.dense"),
                      (f"{ours}.feedforward.down", f"{theirs}.output.dense"),
                      (f"{ours}.feedforward.norm", f"{theirs}.output.LayerNorm")]
        for ours, theirs in pairs:
            renamed[f"{ours}.weight"], renamed[f"{ours}.bias"] = base[f"{theirs}.weight"], base[f"{theirs}.bias"]
        missing, unexpected = self.load_state_dict(renamed, strict=False)
        if unexpected or any(k.startswith("layers") for k in missing):
            raise ValueError(f"{path}: not the encoder we expect: {unexpected} {missing}")

    def see_rounded(self, rounded=True):
        """Whether the encoder's matrices see their input rounded to int8, as the reader's arithmetic does."""
        for layer in self.layers:
            layer.attention.seen = layer.feedforward.seen = round_rows if rounded else None

    def encode(self, batch, dropout=0.0, word_dropout=0.0):
        """[B, W, WIDTH]: a word is the mean of the last hidden states of its first and its last piece."""
        x = dropout_of(self.embeddings(batch["ids"], batch["cases"]), dropout, self.training)
        bias = None
        if not bool(batch["mask"].all()):
            bias = torch.zeros(batch["mask"].shape).masked_fill(~batch["mask"], -1e4)[:, None, None, :]
            bias = bias.to(torch.bfloat16) if torch.is_autocast_enabled("cpu") else bias
        for layer in self.layers:
            x = layer.feedforward(layer.attention(x, bias, dropout), dropout)
        first, last = (x.float().gather(1, batch[k].unsqueeze(-1).expand(-1, -1, WIDTH)) for k in ("first", "last"))
        h = (first + last) / 2
        return dropout_of(h, word_dropout, self.training)
