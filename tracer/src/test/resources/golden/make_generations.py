#!/usr/bin/env python3
"""Write generations.json: what Hugging Face transformers generates greedily, and the log probabilities of answers of several tokens.

    pip install torch transformers
    python3 make_generations.py SAMPLE_MODEL_FOLDER SMOLLM2_FOLDER

The golden folders beside this file are the other models. `margin` is the least distance between the two largest logits of all steps.
"""
import json, pathlib, sys
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

HERE = pathlib.Path(__file__).parent
TOKENS = 12
MARY = "When Mary and John went to the store, John gave a drink to"
AFRICA = "The largest city of South Africa is"


def loaded(folder):
    return AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager").eval()


def greedy(model, ids):
    with torch.no_grad():
        out = model.generate(torch.tensor([ids]), attention_mask=torch.ones(1, len(ids), dtype=torch.long), do_sample=False, num_beams=1,
                             max_new_tokens=TOKENS, repetition_penalty=1.0, eos_token_id=None, pad_token_id=0,
                             output_logits=True, return_dict_in_generate=True)
    tops = [step[0].topk(2).values for step in out.logits]
    return {"prompt": ids, "generated": out.sequences[0, len(ids):].tolist(), "margin": min(float(top[0] - top[1]) for top in tops)}


def answer(model, ids, targets):
    with torch.no_grad():
        logits = model(torch.tensor([ids + targets])).logits[0, len(ids) - 1:-1]
    logs = torch.log_softmax(logits.double(), dim=-1)
    each = [float(logs[i, target]) for i, target in enumerate(targets)]
    return {"prompt": ids, "targets": targets, "logProbabilities": each, "sum": sum(each)}


sample, smollm2 = sys.argv[1:]
result = {}
for name in ("gpt2", "llama"):
    model = loaded(HERE / name)
    result[name] = {"generations": [greedy(model, [3, 14, 15, 9, 2])]}
for name, folder, prompts in (("sample", sample, [MARY]), ("smollm2", smollm2, [MARY, AFRICA])):
    model, tokenizer = loaded(folder), AutoTokenizer.from_pretrained(folder)
    start = [0] if name == "sample" else []
    encode = lambda text: tokenizer(text, add_special_tokens=False)["input_ids"]
    result[name] = {"generations": [greedy(model, start + encode(prompt)) for prompt in prompts],
                    "answers": [answer(model, start + encode(AFRICA), encode(" Cape Town"))]}
lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(figures)}" for name, figures in result.items())
(HERE / "generations.json").write_text(f"{{\n{lines}\n}}\n")
