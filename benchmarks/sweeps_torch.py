#!/usr/bin/env python3
"""The sweep that SweepFigures measures, by torch hooks on transformers' own modules: each head of SmolLM2 set to zero in turn, at all positions.

    python3 benchmarks/sweeps_torch.py MODEL_FOLDER

A pass for each head, as hooks are mostly written; only the last position's logits are made. Prints a line; sweeps.sh runs it behind the other.
"""
import statistics, sys, time
import torch
from transformers import AutoModelForCausalLM

POSITIONS, TIMES = 15, 5

model = AutoModelForCausalLM.from_pretrained(sys.argv[1], dtype=torch.float32).eval()
heads = model.config.num_attention_heads
width = model.config.hidden_size // heads
tokens = torch.randint(0, 40_000, (1, POSITIONS), generator=torch.Generator().manual_seed(0))


def metric():
    logits = model(tokens, use_cache=False, logits_to_keep=1).logits[0, -1]
    return float(logits[5] - logits[9])


def sweep():
    before = metric()
    changes = []
    for layer in model.model.layers:
        for head in range(heads):
            def zero(module, args, at=slice(head * width, (head + 1) * width)):
                z = args[0].clone()
                z[..., at] = 0
                return (z, *args[1:])

            hook = layer.self_attn.o_proj.register_forward_pre_hook(zero)
            changes.append(metric() - before)
            hook.remove()
    return changes


def milliseconds():
    start = time.perf_counter()
    sweep()
    return (time.perf_counter() - start) * 1e3


with torch.inference_mode():
    sweep()
    took = [milliseconds() for _ in range(TIMES)]
count = len(model.model.layers) * heads
print(f"sweep by torch hooks, smollm2 {POSITIONS} tokens, {count} heads: {statistics.median(took):.0f} ms (median of {TIMES})")
