"""Our encoder beside ONNX Runtime: the same layers, the same weights, int8 in both, one thread each.

    python -m venv Benchmarks/work/venv
    Benchmarks/work/venv/bin/pip install -r Benchmarks/peers/requirements-onnxruntime.txt
    swift build -c release --product EncoderBenchmark
    Benchmarks/work/venv/bin/python Benchmarks/peers/encoder_onnxruntime.py \
        Sources/RapporteurEncoder/Resources/Model .build/release/EncoderBenchmark

Builds the encoder as an ONNX graph with the runtime's own fused operators (Attention, BiasGelu,
SkipLayerNormalization), lets its quantizer make it int8 (dynamic, a scale for each channel), and times both
programs in turn, round by round, so that other work on the machine meets both. Prints the best round of each.
The runtime is timed at a batch of 1 and of 8 windows of equal length; its better figure counts.
"""
import argparse
import json
import struct
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

LAYERS, HEADS, WIDTH = 6, 12, 384
TYPES = {"F32": np.float32, "I8": np.int8}


def read_tensors(path):
    """{name: float array} of a safetensors file; int8 tensors times their scales."""
    raw = path.read_bytes()
    length = struct.unpack("<Q", raw[:8])[0]
    header = json.loads(raw[8:8 + length])
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            a, b = (8 + length + o for o in entry["data_offsets"])
            tensors[name] = np.frombuffer(raw[a:b], TYPES[entry["dtype"]]).reshape(entry["shape"])
    for name in [n for n in tensors if tensors[n].dtype == np.int8]:
        scale = tensors[name.removesuffix("weight") + "scale"]
        tensors[name] = tensors[name].astype(np.float32) * scale[:, None]
    return tensors


class Graph:
    """Collects the nodes and constants of the encoder."""

    def __init__(self, tensors):
        self.tensors, self.nodes, self.constants = tensors, [], []

    def constant(self, name, array):
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def weight(self, name, transposed=False):
        return self.constant(name, self.tensors[name].T if transposed else self.tensors[name])

    def node(self, kind, inputs, output, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output

    def fused(self, kind, inputs, output, **attributes):
        return self.node(kind, inputs, output, domain="com.microsoft", **attributes)

    def embeddings(self):
        parts = [self.node("Gather", [self.weight("embeddings.word.weight"), "pieces"], "word"),
                 self.node("Gather", [self.weight("embeddings.position.weight"), "positions"], "position"),
                 self.node("Gather", [self.weight("embeddings.case.weight"), "cases"], "case")]
        total = self.node("Add", parts[:2], "word+position")
        total = self.node("Add", [total, parts[2]], "word+position+case")
        total = self.node("Add", [total, self.weight("embeddings.type.weight")], "embedded")
        norm = [self.weight(f"embeddings.norm.{k}") for k in ("weight", "bias")]
        return self.node("LayerNormalization", [total, *norm], "layer0", epsilon=1e-12)

    def layer(self, x, n):
        name = f"layers.{n}"
        parts = [f"{name}.attention.{k}" for k in ("query", "key", "value")]
        weight = np.concatenate([self.tensors[f"{p}.weight"] for p in parts]).T
        bias = np.concatenate([self.tensors[f"{p}.bias"] for p in parts])
        mixed = self.fused("Attention", [x, self.constant(f"{name}.qkv", weight),
                                         self.constant(f"{name}.qkv.bias", bias)], f"{name}.mixed", num_heads=HEADS)
        x = self.close(x, mixed, f"{name}.attention.output", f"{name}.attention.norm")
        up = f"{name}.feedforward.up"
        wide = self.node("MatMul", [x, self.weight(f"{up}.weight", True)], f"{up}.product")
        wide = self.fused("BiasGelu", [wide, self.weight(f"{up}.bias")], f"{up}.gelu")
        return self.close(x, wide, f"{name}.feedforward.down", f"{name}.feedforward.norm")

    def close(self, x, inner, linear, norm):
        product = self.node("MatMul", [inner, self.weight(f"{linear}.weight", True)], f"{linear}.product")
        return self.fused("SkipLayerNormalization",
                          [product, x, *(self.weight(f"{norm}.{k}") for k in ("weight", "bias")),
                           self.weight(f"{linear}.bias")], f"{norm}.out", epsilon=1e-12)


def build(tensors, path):
    graph = Graph(tensors)
    x = graph.embeddings()
    for n in range(LAYERS):
        x = graph.layer(x, n)
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"])
              for name in ("pieces", "positions", "cases")]
    output = helper.make_tensor_value_info(x, TensorProto.FLOAT, ["batch", "length", WIDTH])
    model = helper.make_model(
        helper.make_graph(graph.nodes, "encoder", inputs, [output], graph.constants),
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)], ir_version=8)
    onnx.save(model, path)


def session(path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def their_rate(runner, length, batch, seconds):
    """Pieces a second of the best of several runs."""
    shape = (batch, length)
    feed = {"pieces": np.full(shape, 2000, np.int64), "cases": np.zeros(shape, np.int64),
            "positions": np.tile(np.arange(length), (batch, 1))}
    runner.run(None, feed)
    best, end = 0.0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        runner.run(None, feed)
        best = max(best, batch * length / (time.perf_counter() - start))
    return best


def our_rate(binary, model, length, seconds):
    """(layers alone, with all heads), pieces a second."""
    shown = subprocess.run([binary, model, str(seconds), str(length), "int8 best"], capture_output=True, text=True,
                           check=True).stdout
    layers, whole = shown.strip().splitlines()[-1].split()[-2:]
    return float(layers), float(whole)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("binary", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=1.0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        plain, small = f"{folder}/float.onnx", f"{folder}/int8.onnx"
        build(read_tensors(options.model / "weights.safetensors"), plain)
        quantize_dynamic(plain, small, weight_type=QuantType.QInt8, per_channel=True,
                         op_types_to_quantize=["MatMul", "Attention"], 
                         extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT})
        runner = session(small)
    print(f"pieces/s, one thread; ONNX Runtime {onnxruntime.__version__}")
    print("length  ours, layers  ours, with heads  onnxruntime, layers  ratio of layers")
    for length in (32, 64, 128, 256, 384):
        layers = whole = theirs = 0.0
        for _ in range(options.rounds):
            found = our_rate(options.binary, options.model, length, options.seconds)
            layers, whole = max(layers, found[0]), max(whole, found[1])
            theirs = max([theirs] + [their_rate(runner, length, b, options.seconds / 2) for b in (1, 8)])
        print(f"{length:6d}  {layers:12.0f}  {whole:16.0f}  {theirs:19.0f}  {layers / theirs:15.2f}")


if __name__ == "__main__":
    main()
