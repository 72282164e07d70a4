"""Writes expected.json: what jinja2 makes of the templates here, set up as transformers 5 sets it up.

The templates are in the forms of ChatML, Llama 3, Mistral, Gemma, Zephyr and Qwen 3; words.jinja has what else templates use, snippets.json
one construct after the other.
    pip install jinja2==3.1.6 && python make.py
"""

import json
import pathlib

import jinja2.ext
from jinja2.exceptions import TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

HERE = pathlib.Path(__file__).parent
USER = {"role": "user", "content": "What is the capital of Japan?"}
SYSTEM = {"role": "system", "content": "  Answer in one word. \n"}
ANSWER = {"role": "assistant", "content": " Tokyo.\n"}
THOUGHT = {"role": "assistant", "content": "<think>\nIslands.\n</think>\n\nTokyo."}
MORE = {"role": "user", "content": 'And of "Perú" {{ 1 + 1 }}, then?\n<answer>é 日本 \\n'}
CHATS = {
    "a question": [USER],
    "with a system": [SYSTEM, USER],
    "turns": [USER, ANSWER, MORE],
    "a system and turns": [SYSTEM, USER, ANSWER, MORE],
    "a thought": [USER, THOUGHT, MORE],
    "a thought last": [USER, THOUGHT],
    "no turns": [USER, USER],
}


class Generation(jinja2.ext.Extension):
    """The block that transformers marks what the assistant says with."""

    tags = {"generation"}

    def parse(self, parser):
        line = next(parser.stream).lineno
        return jinja2.nodes.Scope(parser.parse_statements(["name:endgeneration"], drop_needle=True), lineno=line)


def raise_exception(message):
    raise TemplateError(message)


def environment():
    made = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[jinja2.ext.loopcontrols, Generation])
    made.filters["tojson"] = lambda x, indent=None: json.dumps(x, ensure_ascii=False, indent=indent)
    made.globals["raise_exception"] = raise_exception
    return made


def rendered(template, messages):
    try:
        return template.render(messages=messages, add_generation_prompt=True, bos_token="<s>", eos_token="</s>")
    except TemplateError as e:
        return {"refused": str(e)}


def case(template, text, chat):
    return {"template": template, "chat": chat, "messages": CHATS[chat], "text": rendered(environment().from_string(text), CHATS[chat])}


cases = [case(file.name, file.read_text(), chat) for file in sorted(HERE.glob("*.jinja")) for chat in CHATS]
cases += [
    case(snippet, snippet, chat)
    for snippet in json.loads((HERE / "snippets.json").read_text())
    for chat in ("a question", "a system and turns")
]
(HERE / "expected.json").write_text(json.dumps(cases, ensure_ascii=False, indent=1) + "\n")
