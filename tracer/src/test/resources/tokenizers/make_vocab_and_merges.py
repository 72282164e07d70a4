#!/usr/bin/env python3
"""Write vocab-and-merges.json: what Hugging Face transformers makes of vocab.json and merges.txt, those of byte-level/tokenizer.json.

    pip install transformers tokenizers
    python3 make_vocab_and_merges.py
"""
import json, pathlib, tempfile
from transformers import AutoTokenizer

here = pathlib.Path(__file__).parent
model = json.loads((here / "byte-level/tokenizer.json").read_text())["model"]
TEXTS = ["When Mary and John went", " to the store", "a\na  b", "It's 12,345.67 DON'T 1 22", "na\u00efve e\u0301 \U0001F680", "<|endoftext|>When",
         "<|im_start|>user"]
CONFIGS = {
    "GPT2Tokenizer": {"bos_token": "<|endoftext|>", "eos_token": "<|endoftext|>", "unk_token": "<|endoftext|>", "add_bos_token": True},
    "Qwen2Tokenizer": {"eos_token": "<|endoftext|>", "pad_token": "<|endoftext|>",
                       "added_tokens_decoder": {str(len(model["vocab"])): {"content": "<|im_start|>", "lstrip": False, "normalized": False,
                                                                           "rstrip": False, "single_word": False, "special": True}}},
    "GPTNeoXTokenizer": {"bos_token": "<|endoftext|>", "eos_token": "<|endoftext|>", "unk_token": "<|endoftext|>", "pad_token": "<|padding|>"},
}
made = {}
for kind, config in CONFIGS.items():
    config["tokenizer_class"] = kind
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "vocab.json").write_text(json.dumps(model["vocab"]))
        merges = [m if isinstance(m, str) else " ".join(m) for m in model["merges"]]
        (folder / "merges.txt").write_text("#version: 0.2\n" + "\n".join(merges) + "\n")
        (folder / "tokenizer_config.json").write_text(json.dumps(config))
        tokenizer = AutoTokenizer.from_pretrained(folder)
        assert type(tokenizer).__name__ == kind, type(tokenizer)
        made[kind] = {"config": config, "ids": {text: tokenizer(text)["input_ids"] for text in TEXTS}}
(here / "vocab-and-merges.json").write_text(json.dumps(made, indent=1) + "\n")
