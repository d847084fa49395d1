"""ONNX Runtime on our encoder: the same layers, the same weights, int8 in both.

    python encoder_onnxruntime.py MODEL-FOLDER THREADS SECONDS LENGTH…      prints a line for each length: pieces a second

Builds the encoder as an ONNX graph with the runtime's own fused operators (Attention, BiasGelu,
SkipLayerNormalization) and lets its quantizer make it int8 (dynamic, a scale for each channel). The runtime is
timed at a batch of 1 and of 8 windows of equal length and, with two threads, once with both inside a matrix and
once with a session for each; its best figure counts.
"""
import json
import struct
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
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


def session(path, threads):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def feed(length, batch):
    shape = (batch, length)
    return {"pieces": np.full(shape, 2000, np.int64), "cases": np.zeros(shape, np.int64),
            "positions": np.tile(np.arange(length), (batch, 1))}


def rate(sessions, length, batch, seconds):
    """Pieces a second of the best of several rounds; each session has a thread of its own."""
    inputs = feed(length, batch)
    repeats = max(1, 2048 // (length * batch))

    def some(runner):
        for _ in range(repeats):
            runner.run(None, inputs)

    best, end = 0.0, time.perf_counter() + seconds
    with ThreadPoolExecutor(len(sessions)) as pool:
        list(pool.map(some, sessions))
        while time.perf_counter() < end:
            start = time.perf_counter()
            list(pool.map(some, sessions))
            best = max(best, len(sessions) * repeats * batch * length / (time.perf_counter() - start))
    return best


def main():
    model, threads, seconds = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    with tempfile.TemporaryDirectory() as folder:
        plain, small = f"{folder}/float.onnx", f"{folder}/int8.onnx"
        build(read_tensors(model / "weights.safetensors"), plain)
        quantize_dynamic(plain, small, weight_type=QuantType.QInt8, per_channel=True,
                         op_types_to_quantize=["MatMul", "Attention"],
                         extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT})
        ways = [[session(small, threads)]]
        if threads > 1:
            ways.append([session(small, 1) for _ in range(threads)])
    for length in map(int, sys.argv[4:]):
        print(length, max(rate(way, length, batch, seconds / 2) for way in ways for batch in (1, 8)), flush=True)


if __name__ == "__main__":
    main()
