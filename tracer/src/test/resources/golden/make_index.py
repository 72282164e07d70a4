"""What the weights alone say, computed from the checkpoint with NumPy: python make_index.py FOLDER OUT.json

For some neurons the first and last tokens of the vocabulary projection of their row of W_out, its entropy, and the first tokens of that of
their column of W_in (W_gate); for every head the copying score of W_E W_V W_O W_U by all its eigenvalues, and the largest diagonal entries.
GPT-2's and Llama's names of weights.
"""
import json
import sys

import numpy as np
from safetensors.numpy import load_file

folder, out = sys.argv[1:]
config = json.load(open(folder + "/config.json"))
w = {k.removeprefix("transformer.").removeprefix("model."): v.astype(np.float64)
     for k, v in load_file(folder + "/model.safetensors").items()}
gpt2 = config["model_type"] == "gpt2"
layers = config["n_layer"] if gpt2 else config["num_hidden_layers"]
heads = config["n_head"] if gpt2 else config["num_attention_heads"]
kv = heads if gpt2 else config["num_key_value_heads"]
E = w["wte.weight"] if gpt2 else w["embed_tokens.weight"]
U = (w.get("lm_head.weight", E)).T
d = E.shape[1]
centre = np.eye(d) - 1 / d if gpt2 else np.eye(d)
eps = config.get("layer_norm_epsilon", 1e-5) if gpt2 else config["rms_norm_eps"]
final = (w["ln_f.weight"], w["ln_f.bias"]) if gpt2 else (w["norm.weight"], 0)


def lens(x):
    x = x @ centre
    return (x / np.sqrt((x ** 2).mean() + eps) * final[0] + final[1]) @ U


def tokens(values, order):
    return [[int(i), float(values[i])] for i in order]


def neuron(l, i):
    if gpt2:
        row, column = w[f"h.{l}.mlp.c_proj.weight"][i], w[f"h.{l}.mlp.c_fc.weight"][:, i]
    else:
        row, column = w[f"layers.{l}.mlp.down_proj.weight"][:, i], w[f"layers.{l}.mlp.gate_proj.weight"][i]
    value, key = lens(row), lens(column)
    p = np.exp(value - value.max())
    p /= p.sum()
    return {"layer": l, "index": i, "entropy": float(-(p * np.log(p)).sum()),
            "promotes": tokens(value, np.argsort(-value)[:10]), "suppresses": tokens(value, np.argsort(value)[:10]),
            "detects": tokens(key, np.argsort(-key)[:5])}


def head(l, h):
    dh = d // heads if gpt2 else config.get("head_dim") or d // heads
    g = h * kv // heads
    if gpt2:
        V = w[f"h.{l}.attn.c_attn.weight"][:, 2 * d + h * dh:2 * d + (h + 1) * dh]
        O = w[f"h.{l}.attn.c_proj.weight"][h * dh:(h + 1) * dh]
        ln1 = w[f"h.{l}.ln_1.weight"]
    else:
        V = w[f"layers.{l}.self_attn.v_proj.weight"].T[:, g * dh:(g + 1) * dh]
        O = w[f"layers.{l}.self_attn.o_proj.weight"].T[h * dh:(h + 1) * dh]
        ln1 = w[f"layers.{l}.input_layernorm.weight"]
    read = E @ centre * ln1 @ V
    written = O @ centre * final[0] @ U
    eigenvalues = np.linalg.eigvals(written @ read)
    diagonal = (read * written.T).sum(1)
    return {"layer": l, "head": h, "copyingScore": float(eigenvalues.sum().real / np.abs(eigenvalues).sum()),
            "copies": tokens(diagonal, np.argsort(-diagonal)[:10])}


width = (w["h.0.mlp.c_fc.weight"].shape[1] if gpt2 else config["intermediate_size"])
json.dump({"neurons": [neuron(l, i) for l in range(layers) for i in (0, width // 3, width - 1)],
           "heads": [head(l, h) for l in range(layers) for h in range(heads)]}, open(out, "w"))
