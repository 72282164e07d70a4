#!/usr/bin/env python3
"""Fill rope-cases.json: for each config the rotary frequencies and the factor of cosines and sines as Hugging Face transformers has them.

    pip install torch transformers
    python3 make_rope.py

A case's `config` is what its config.json has beside the sizes below; `positions` is the length of the sequence. `notes` and `context` are written
by hand: what must be said of what config.json leaves out, and the longest sequence.
"""
import importlib, json, pathlib
import torch
from transformers import CONFIG_MAPPING

SIZES = dict(hidden_size=64, intermediate_size=64, num_hidden_layers=2, num_attention_heads=4, vocab_size=64, hidden_act="gelu",
             max_position_embeddings=64, rms_norm_eps=1e-6, layer_norm_eps=1e-6, use_parallel_residual=True, sliding_window=None,
             use_sliding_window=False, head_dim=16, num_key_value_heads=4)
ROTARY = {"llama": "Llama", "mistral": "Mistral", "qwen2": "Qwen2", "qwen3": "Qwen3", "gpt_neox": "GPTNeoX"}

file = pathlib.Path(__file__).with_name("rope-cases.json")
cases = json.loads(file.read_text())["cases"]
for case in cases:
    family = case["config"]["model_type"]
    given = json.loads(json.dumps({**SIZES, **case["config"]}))  # transformers changes the objects that it is given
    for name in given.pop("without", []):
        given.pop(name, None)
    config = CONFIG_MAPPING[family].from_dict(given)
    module = importlib.import_module(f"transformers.models.{family}.modeling_{family}")
    rotary = getattr(module, ROTARY[family] + "RotaryEmbedding")(config)
    rotary(torch.zeros(1, case["positions"], 1), torch.arange(case["positions"])[None])
    case["frequencies"] = [float(f"{x:.9g}") for x in rotary.inv_freq.tolist()]
    case["attentionFactor"] = rotary.attention_scaling

file.write_text(json.dumps({"sizes": SIZES, "cases": [None] * len(cases)}).replace(
    ", ".join(["null"] * len(cases)), "\n" + ",\n".join(json.dumps(case) for case in cases) + "\n") + "\n")
