#!/usr/bin/env python3
"""The sweep that SweepFigures measures, by torch hooks on transformers' own modules: heads of SmolLM2 set to zero in turn, at all positions, every tenth of
them unless told otherwise; what all would take is what those take times ten.

    python3 benchmarks/sweeps_torch.py MODEL_FOLDER [EVERY]

A pass for each head, as hooks are mostly written; only the last position's logits are made. Says on the error output how far it is, and prints a line;
sweeps.sh runs it behind the other.
"""
import os
import statistics
import sys
import time

# threads that spin while they wait take the cores from one another wherever anything else runs: passes then take minutes
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import torch
from transformers import AutoModelForCausalLM

POSITIONS, TIMES = 15, 3
EVERY = int(sys.argv[2]) if len(sys.argv) > 2 else 10

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
    for number, layer in enumerate(model.model.layers):
        for head in range(-number * heads % EVERY, heads, EVERY):
            def zero(module, args, at=slice(head * width, (head + 1) * width)):
                z = args[0].clone()
                z[..., at] = 0
                return (z, *args[1:])

            hook = layer.self_attn.o_proj.register_forward_pre_hook(zero)
            changes.append(metric() - before)
            hook.remove()
        print(f"\rlayer {number + 1} of {len(model.model.layers)}", end="", file=sys.stderr, flush=True)
    return changes


def milliseconds(what):
    start = time.perf_counter()
    what()
    return (time.perf_counter() - start) * 1e3


with torch.inference_mode():
    metric()
    one = statistics.median(milliseconds(metric) for _ in range(10))
    print(f"a pass takes {one:.0f} ms, with {torch.get_num_threads()} threads", file=sys.stderr)
    took = [milliseconds(sweep) for _ in range(TIMES)]
print(file=sys.stderr)
count = len(model.model.layers) * heads
run = len(range(0, count, EVERY))
whole = statistics.median(took) * count / run
print(f"sweep by torch hooks, smollm2 {POSITIONS} tokens, {count} heads: {whole:.0f} ms (median of {TIMES}; {run} of the heads were run)")
