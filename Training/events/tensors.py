"""Float tensors in the safetensors format: <https://github.com/huggingface/safetensors>, section "Format"."""
import json

import numpy


def write_safetensors(path, tensors):
    header, body = {}, b""
    for name, values in tensors.items():
        part = numpy.ascontiguousarray(values, "<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": [len(body), len(body) + len(part)]}
        body += part
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(len(text).to_bytes(8, "little") + text + body)
