#!/usr/bin/env python3
"""Write a golden folder: a checkpoint's activations as Hugging Face transformers computes them (README.md lists the keys).

    pip install torch transformers safetensors
    python3 make.py MODEL_FOLDER 3,14,15,92,65 OUT_FOLDER     # a small model: its weights are copied beside the activations
    python3 make.py --random CONFIG.json 3,14,15 OUT_FOLDER   # random weights of the config's shape

Compare with: mvn -pl tracer test -Dtest=GoldenTest -Dheadstream.golden=FOLDER_OF_GOLDEN_FOLDERS
"""
import pathlib, sys
import torch
from safetensors.torch import save_file
from transformers import AutoConfig, AutoModelForCausalLM

LLAMA = dict(blocks="model.layers", final="model.norm", ln1="input_layernorm", ln2="post_attention_layernorm", attn="self_attn",
             mlp="mlp", z="self_attn.o_proj", post="mlp.down_proj",
             qkv=["self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"])
GPT = dict(blocks="transformer.h", final="transformer.ln_f", ln1="ln_1", ln2="ln_2", attn="attn", mlp="mlp")
MODULES = {
    "gpt2": GPT | dict(z="attn.c_proj", post="mlp.c_proj", qkv=["attn.c_attn"]),
    "gpt_neo": GPT | dict(z="attn.attention.out_proj", post="mlp.c_proj",
                          qkv=["attn.attention.q_proj", "attn.attention.k_proj", "attn.attention.v_proj"]),
    "gptj": GPT | dict(ln2=None, z="attn.out_proj", post="mlp.fc_out", qkv=["attn.q_proj", "attn.k_proj", "attn.v_proj"]),
    "gpt_neox": dict(blocks="gpt_neox.layers", final="gpt_neox.final_layer_norm", ln1="input_layernorm",
                     ln2="post_attention_layernorm", attn="attention", mlp="mlp", z="attention.dense",
                     post="mlp.dense_4h_to_h", qkv=["attention.query_key_value"]),
    "opt": dict(blocks="model.decoder.layers", final="model.decoder.final_layer_norm", ln1="self_attn_layer_norm",
                ln2="final_layer_norm", attn="self_attn", mlp="fc2", z="self_attn.out_proj", post="fc2",
                qkv=["self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"]),
    "llama": LLAMA, "mistral": LLAMA, "qwen2": LLAMA, "qwen3": LLAMA,
}


def activations(model, tokens):
    config = model.config
    names = MODULES[config.model_type]
    parallel = config.model_type == "gptj" or getattr(config, "use_parallel_residual", False)
    kept = {"tokens": torch.tensor(tokens, dtype=torch.int64)}

    def keep(name, value):
        value = value[0] if isinstance(value, tuple) else value
        kept[name] = value.detach().reshape(len(tokens), -1).to(torch.float32).contiguous().clone()

    def watch(module, into=None, out=None):
        if into:
            module.register_forward_pre_hook(lambda m, args, kwargs: keep(into, args[0] if args else kwargs["hidden_states"]),
                                             with_kwargs=True)
        if out:
            module.register_forward_hook(lambda m, args, result: keep(out, result))

    blocks = model.get_submodule(names["blocks"])
    for n, block in enumerate(blocks):
        at = lambda name: f"blocks.{n}.{name}"
        watch(block, into=at("hook_resid_pre"), out=at("hook_resid_post"))
        watch(block.get_submodule(names["ln1"]), out=at("ln1.hook_normalized_scaled"))
        if names["ln2"]:
            watch(block.get_submodule(names["ln2"]), into=None if parallel else at("hook_resid_mid"),
                  out=at("ln2.hook_normalized_scaled"))
        watch(block.get_submodule(names["attn"]), out=at("hook_attn_out"))
        watch(block.get_submodule(names["z"]), into=at("attn.hook_z_flat"))
        watch(block.get_submodule(names["post"]), into=at("mlp.hook_post"))
        watch(block.get_submodule(names["mlp"]), out=at("hook_mlp_out"))
        for module in names["qkv"]:
            part = "qkv" if len(names["qkv"]) == 1 else module.rsplit(".", 1)[1]
            watch(block.get_submodule(module), out=at(f"attn.{part}_flat"))
    watch(model.get_submodule(names["final"]), out="ln_final.hook_normalized_scaled")
    with torch.no_grad():
        result = model(torch.tensor([tokens]), output_attentions=True, use_cache=False)
    for n, pattern in enumerate(result.attentions):
        kept[f"blocks.{n}.attn.hook_pattern"] = pattern[0].to(torch.float32).contiguous()
    kept["logits"] = result.logits[0].to(torch.float32).contiguous()
    return kept


def main(source, tokens, out, random):
    torch.manual_seed(0)
    if random:
        config = AutoConfig.from_pretrained(source)
        config._attn_implementation = "eager"
        model = AutoModelForCausalLM.from_config(config, attn_implementation="eager").to(torch.float32)
        for parameter in model.parameters():  # norms and biases too, so that none of them passes unseen
            parameter.data += 0.1 * torch.randn_like(parameter)
    else:
        model = AutoModelForCausalLM.from_pretrained(source, attn_implementation="eager", dtype=torch.float32)
    model.eval()
    out.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(out)
    save_file(activations(model, tokens), out / "activations.safetensors")


if __name__ == "__main__":
    args = [a for a in sys.argv[1:] if a != "--random"]
    if len(args) != 3:
        sys.exit(__doc__)
    main(args[0], [int(t) for t in args[1].split(",")], pathlib.Path(args[2]), "--random" in sys.argv)
