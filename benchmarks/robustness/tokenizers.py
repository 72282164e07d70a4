"""Models of strangers, put under the folder of models: tokenizers that are sound JSON with parts that are not sound."""

import copy
import json
import random
import shutil
import time

PROMPT = "Mary and John went to the private store"
TIMES = 30  # seconds that one may take until it is refused, traced or failed
MUTATED = 12


def nested(depth):
    part = {"type": "Replace", "pattern": {"String": "a"}, "content": "aa"}
    return {"type": "Sequence", "normalizers": [part] * depth}


def split(pattern, behavior="Isolated"):
    return {"type": "Split", "pattern": {"Regex": pattern}, "behavior": behavior, "invert": False}


def deep(depth):
    part = {"type": "NFC"}
    for _ in range(depth):
        part = {"type": "Sequence", "normalizers": [part]}
    return part


def special(name, **more):
    return {"id": 0, "content": name, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True} | more


def template(token):
    return {"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": token, "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}],
            "pair": [], "special_tokens": {}}


BPE = {"type": "BPE", "dropout": None, "unk_token": None, "vocab": {"a": 0, "b": 1}, "merges": []}
# what is set at which place; the rest is the shipped model's
MALFORMED = {
    "charsmap that is no base64": ("normalizer", {"type": "Precompiled", "precompiled_charsmap": "????"}),
    "charsmap that is empty": ("normalizer", {"type": "Precompiled", "precompiled_charsmap": ""}),
    "charsmap that is too short": ("normalizer", {"type": "Precompiled", "precompiled_charsmap": "AAAA"}),
    "charsmap whose length lies": ("normalizer", {"type": "Precompiled", "precompiled_charsmap": "/////wAAAAAAAAAA"}),
    "Replace of an empty string": ("normalizer", {"type": "Replace", "pattern": {"String": ""}, "content": "x"}),
    "Replace of an empty expression": ("normalizer", {"type": "Replace", "pattern": {"Regex": "(?:)*"}, "content": "xx"}),
    "26 nested replacements": ("normalizer", nested(26)),
    "40 nested replacements": ("normalizer", nested(40)),
    "Sequence 5,000 deep": ("normalizer", deep(5000)),
    "Prepend of a megabyte": ("normalizer", {"type": "Prepend", "prepend": "a" * 1_000_000}),
    "FixedLength 0": ("pre_tokenizer", {"type": "FixedLength", "length": 0}),
    "Split that backtracks": ("pre_tokenizer", split(r"(a|a|ab|[a-z ]*)*\1$")),
    "Split that backtracks, lookbehind": ("pre_tokenizer", split(r"(?<=(\w+\s?)+)((\w+\s?)+)+[!]$")),
    "Split that recurses": ("pre_tokenizer", split(r"(?<x>a\g<x>*|\g<x>)")),
    "Split that recurses forever": ("pre_tokenizer", split(r"(?<x>\g<x>|\g<x>a)b")),
    "Split of a bad expression": ("pre_tokenizer", split("(((")),
    "Split repeated 10^9 times": ("pre_tokenizer", split("(?:(?:a{1,30000}){1,30000}){1,30000}")),
    "Metaspace of an empty string": ("pre_tokenizer", {"type": "Metaspace", "replacement": "", "prepend_scheme": "always"}),
    "unknown special token in a template": ("post_processor", template("[NONE]")),
    "template without a sequence": ("post_processor", template("<|endoftext|>") | {"single": []}),
    "continuing_subword_prefix": ("model", BPE | {"continuing_subword_prefix": "é##", "vocab": {"a": 0, "é##b": 1, "ab": 2}, "merges": ["a é##b"]}),
    "continuing_subword_prefix longer than a token": ("model", BPE | {"continuing_subword_prefix": "####", "vocab": {"a": 0, "b": 1, "ab": 2}, "merges": ["a b"]}),
    "ids beyond every vocabulary": ("model", BPE | {"vocab": {"a": 4294967295, "b": 4294967294}}),
    "ids that are negative": ("model", BPE | {"vocab": {"a": -1, "b": 1}}),
    "Unigram with an unknown out of range": ("model", {"type": "Unigram", "unk_id": 99, "vocab": [["a", 0.0]]}),
    "Unigram without a vocabulary": ("model", {"type": "Unigram", "unk_id": None, "vocab": []}),
    "Unigram with an empty piece": ("model", {"type": "Unigram", "unk_id": 0, "vocab": [["", 0.0], ["a", -1e308]]}),
    "WordPiece without its unknown token": ("model", {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 0, "vocab": {"a": 0}}),
    "WordLevel without its unknown token": ("model", {"type": "WordLevel", "unk_token": "none", "vocab": {"a": 0}}),
    "added token that is empty": ("added_tokens", [special("")]),
    "added token beyond the vocabulary": ("added_tokens", [special("x", id=4294967295)]),
    "truncation to nothing": ("truncation", {"direction": "Right", "max_length": 0, "strategy": "LongestFirst", "stride": 5}),
    "padding to a multiple of 0": ("padding", {"strategy": "BatchLongest", "direction": "Right", "pad_to_multiple_of": 0, "pad_id": 0, "pad_type_id": 0, "pad_token": "x"}),
    "padding to 10^12": ("padding", {"strategy": {"Fixed": 10**12}, "direction": "Right", "pad_to_multiple_of": None, "pad_id": 0, "pad_type_id": 0, "pad_token": "x"}),
}


def mutated(sound, chance):
    """The shipped tokenizer with some leaf, outside the vocabulary, of another kind or at an edge."""
    tokenizer = copy.deepcopy(sound)
    for part in ("normalizer", "decoder", "pre_tokenizer", "post_processor"):  # something of each kind to change
        tokenizer[part] = chance.choice([tokenizer[part], *(v for p, v in MALFORMED.values() if p == part and "Sequence" != v.get("type"))])
    tokenizer = copy.deepcopy(tokenizer)
    places = []

    def walk(value, path):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            if key in ("vocab", "merges"):
                continue
            places.append((value, key))
            if isinstance(each, (dict, list)):
                walk(each, path)

    walk(tokenizer, ())
    for holder, key in chance.sample(places, 2):
        holder[key] = chance.choice([None, 0, -1, 2**32, 2**64 - 1, "", "\0", "é" * 1000, [], {}, True, 1e308])
    return tokenizer


def malformed(run):
    """Adds them one by one while it runs, asks each for a trace, then starts again with all of them there."""
    chance, shipped = random.Random(run.seed), run.models / "headstream-sample"
    sound = json.loads((shipped / "tokenizer.json").read_text())
    cases = {name: sound | {place: value} for name, (place, value) in MALFORMED.items()}
    cases |= {f"mutated {i}": mutated(sound, chance) for i in range(MUTATED)}
    found = []
    for number, (name, tokenizer) in enumerate(cases.items()):
        folder = run.models / f"stranger-{number}"
        shutil.copytree(shipped, folder)
        (folder / "tokenizer.json").write_text(json.dumps(tokenizer) if name != "Sequence 5,000 deep" else dumped(sound, 5000))
        wrong = tried(run.server, folder.name)
        if not run.server.alive():
            found.append(f"{name}: the process ended with {run.server.process.returncode}")
            shutil.rmtree(folder)
            run.server.start()
        elif wrong:
            found.append(f"{name}: {wrong}")
    run.server.stop()
    began = time.time()
    try:
        run.server.start(60)  # those that are left are there now when it starts
    except Exception as e:
        found.append(f"with {len(list(run.models.iterdir())) - 1} of them it does not start: {e}")
        for folder in run.models.glob("stranger-*"):
            shutil.rmtree(folder)
        run.server.kill()
        run.server.start()
    if wrong := tried(run.server, "headstream-sample", sound=True):
        found.append(f"the shipped model, {time.time() - began:.0f} s after a start with them: {wrong}")
    return len(cases) + 1, found


def dumped(sound, depth):
    part = '{"type":"Sequence","normalizers":[' * depth + '{"type":"NFC"}' + "]}" * depth
    return json.dumps(sound | {"normalizer": "HERE"}).replace('"HERE"', part)


def tried(server, model, sound=False):
    """What is wrong with how a prompt for this model is answered; nothing if it is traced, or refused by a message in time."""
    began = time.time()
    try:
        status, answer = server.call("POST", "/api/jobs", {"model": model, "prompt": PROMPT}, timeout=TIMES)
        if status == 202:
            while answer["state"] not in ("done", "failed") and time.time() < began + TIMES:
                time.sleep(0.1)
                _, answer = server.call("GET", f"/api/jobs/{answer['id']}", timeout=TIMES)
            if answer["state"] not in ("done", "failed"):
                server.call("DELETE", f"/api/jobs/{answer['id']}")
                return f"not over after {TIMES} s"
            if "Headstream's own" in (answer.get("error") or "") or (sound and answer["state"] != "done"):
                return f"{answer['state']}: {answer.get('error')}"
        elif sound or status != 400 or not (isinstance(answer, dict) and answer.get("detail")):
            return f"{status} {answer}"
    except OSError as e:
        return f"{e} after {time.time() - began:.0f} s"
    return ""
