"""The client: every call is one of the API's, its answer a data frame, a graph or a trace."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

import pandas as pd

from . import comparison, flow, jobs, values
from .http import Http
from .picture import Picture, Still
from .trace import Trace

if TYPE_CHECKING:
    import networkx as nx

Detail = Literal["stream", "heads", "neurons", "full"]
Format = Literal["json", "graphml", "csv", "parquet", "circuit-tracer"]
TraceLike = Trace | str


class Client:
    """A Headstream server.

    Args:
        base_url: where it is; else HEADSTREAM_URL, else http://localhost:8080
        api_key: its key, if it has one; else HEADSTREAM_API_KEY

    Every call raises HeadstreamError with the server's own words where it refuses.
    """

    def __init__(self, base_url: str | None = None, api_key: str | None = None) -> None:
        self._http = Http(base_url, api_key)

    @property
    def url(self) -> str:
        """Where the server is."""
        return self._http.url

    def models(self) -> pd.DataFrame:
        """The models that can be traced."""
        return pd.DataFrame(self._http.get("/api/models")["items"])

    def trace(
        self,
        prompt: str | Sequence[int],
        *,
        target: str | Sequence[int] | None = None,
        distractor: str | Sequence[int] | None = None,
        model: str | None = None,
        detail: Detail | None = None,
        tags: Iterable[str] = (),
        progress: jobs.Progress | None = jobs.print_progress,
        **options: Any,
    ) -> Trace:
        """Traces a prompt and waits; an interrupt cancels the job.

        Args:
            prompt: a text, or token ids
            target: the token that is explained, or an answer of several, as a text or token ids; the model's own
                answer where none is given
            distractor: explain the difference of the two logits instead, token by token
            progress: is told how far it is; None for silence
            options: anything else that POST /api/jobs takes, such as effects="probability" or position=3
        """
        given = {
            **_named("target", target),
            **_named("distractor", distractor),
            "model": model,
            "detail": detail,
            **options,
        }
        asked = {"prompt": prompt} if isinstance(prompt, str) else {"tokens": list(prompt)}
        return self._run({**asked, **given}, tags, progress)[-1]

    def intervene(
        self, prompt: str | Sequence[int], *interventions: dict[str, Any], **options: Any
    ) -> tuple[Trace, Trace]:
        """Traces a prompt as it is and changed: (baseline, changed).

        Args:
            interventions: as docs/interventions.md has them, such as {"kind": "zero", "at": {"component": "L4H5"}}
            options: as of trace()
        """
        changed = self.trace(prompt, interventions=list(interventions), **options)
        baseline = self.cypher(
            "MATCH (:Trace {id: $changed})-[:INTERVENES_ON]->(b:Trace) RETURN b.id AS id LIMIT 1", changed=changed.id
        )
        return self.get(baseline["id"][0]), changed

    def generate(
        self,
        prompt: str | Sequence[int],
        tokens: int,
        *,
        temperature: float | None = None,
        top_k: int | None = None,
        top_p: float | None = None,
        seed: int | None = None,
        steps: Literal["all", "last"] | Sequence[int] = "all",
        tags: Iterable[str] = (),
        progress: jobs.Progress | None = jobs.print_progress,
        **options: Any,
    ) -> list[Trace]:
        """Lets the model go on after a prompt; traces of its steps, whose `raw["generation"]` has the text.

        Args:
            tokens: how many; fewer where a special token, such as an end of text, comes before
            temperature: above 0 tokens are chosen by chance; None and 0 take the most probable
            steps: which are traced: all, the last, or some, from 1
            options: as of trace(), such as interventions=[...], which hold for all steps
        """
        asked: dict[str, Any] = {"tokens": tokens}
        asked |= {"trace": steps} if isinstance(steps, str) else {"steps": list(steps)}
        given = {"temperature": temperature, "topK": top_k, "topP": top_p, "seed": seed}
        asked |= {name: value for name, value in given.items() if value is not None}
        what = {"prompt": prompt} if isinstance(prompt, str) else {"tokens": list(prompt)}
        return self._run({**what, **options, "generate": asked}, tags, progress)

    def sweep(
        self,
        prompt: str | Sequence[int],
        of: Literal["heads", "mlps", "resid_pre", "neurons", "edges"] = "heads",
        *,
        circuit: str | None = None,
        kind: Literal["zero", "patch"] | None = None,
        patch_from: str | None = None,
        at_target: bool = False,
        neurons: int | None = None,
        limit: int = 10_000,
        **options: Any,
    ) -> pd.DataFrame:
        """Sets each component to zero in turn, or to its value in another prompt; what changes the metric most comes first.

        Args:
            of: what is gone through; edges are those of a circuit, each cut as in its search unless kind says otherwise
            circuit: of edges: its name
            patch_from: the other prompt
            at_target: change each at the target position alone
            neurons: how many of the strongest
            options: as of trace()
        """
        asked: dict[str, Any] = {"of": of}
        if circuit is not None:
            asked["circuit"] = circuit
        if kind is not None or circuit is None or patch_from is not None:
            asked["kind"] = kind or ("zero" if patch_from is None else "patch")
        if patch_from is not None:
            asked["from"] = {"prompt": patch_from}
        if at_target:
            asked["target"] = True
        if neurons is not None:
            asked["neurons"] = neurons
        trace = self.trace(prompt, sweep=asked, **options)
        return self.query("what-a-sweep-measured", trace=trace.id, of=of, limit=limit)

    def find_circuit(
        self,
        name: str,
        prompts: Iterable[Mapping[str, Any]],
        *,
        model: str | None = None,
        ablation: Literal["corrupted", "mean", "zero"] | None = None,
        keep: float | None = None,
        steps: int | None = None,
        trials: int | None = None,
        find: int | None = None,
        seed: int | None = None,
        progress: jobs.Progress | None = jobs.print_progress,
    ) -> dict[str, Any]:
        """Finds the smallest circuit that keeps a behaviour, and keeps it under a name (docs/circuits.md).

        Args:
            prompts: each with prompt and target, and distractor and corrupted where there are some, such as the lines of prompts/ioi.jsonl
            ablation: what goes along cut edges
            keep: the part of the metric that is to be kept
            steps: points of integrated gradients
            trials: how many circuits may be tried while edges are taken out
            find: with how many of the prompts it is found; it is judged by the others
        Returns:
            as circuit()
        """
        members = ("prompt", "target", "distractor", "corrupted")
        asked = {
            "name": name,
            "prompts": [{key: each[key] for key in members if each.get(key) is not None} for each in prompts],
            "ablation": ablation,
            "keep": keep,
            "steps": steps,
            "trials": trials,
            "find": find,
            "seed": seed,
        }
        request: dict[str, Any] = {"circuit": {key: value for key, value in asked.items() if value is not None}}
        if model is not None:
            request["model"] = model
        return self.circuit(jobs.done(self._http, request, progress)["id"])

    def circuits(self, model: str | None = None) -> pd.DataFrame:
        """The circuits that were found, the newest first."""
        return pd.DataFrame(self._http.get("/api/circuits", model=model)["items"])

    def circuit(self, name: str) -> dict[str, Any]:
        """A circuit by its name or id: what it is worth, and its nodes and edges as data frames."""
        whole: dict[str, Any] = self._http.get(f"/api/circuits/{quote(name, safe='')}")
        return {**whole["circuit"], "nodes": pd.DataFrame(whole["nodes"]), "edges": pd.DataFrame(whole["edges"])}

    def delete_circuit(self, name: str) -> None:
        """Removes a circuit."""
        self._http.delete(f"/api/circuits/{quote(name, safe='')}")

    def trace_all(
        self,
        prompts: Iterable[str],
        *,
        tags: Iterable[str] = (),
        progress: jobs.Progress | None = jobs.print_progress,
        **options: Any,
    ) -> list[Trace]:
        """Traces prompts in one job, with the same options as trace()."""
        return self._run({"prompts": list(prompts), **options}, tags, progress)

    def trace_chat(
        self,
        messages: Iterable[Mapping[str, str]],
        *,
        tags: Iterable[str] = (),
        progress: jobs.Progress | None = jobs.print_progress,
        **options: Any,
    ) -> Trace:
        """Traces a chat in the model's chat template, with the same options as trace().

        Args:
            messages: the turns, such as [{"role": "user", "content": "What is the capital of Japan?"}]
        """
        return self._run({"messages": [dict(each) for each in messages], **options}, tags, progress)[0]

    def _run(self, request: dict[str, Any], tags: Iterable[str], progress: jobs.Progress | None) -> list[Trace]:
        given = {name: value for name, value in request.items() if value is not None}
        return [self.get(each) for each in jobs.run(self._http, {**given, "tags": list(tags)}, progress)]

    def get(self, trace: str) -> Trace:
        """A stored trace by its id."""
        return Trace.of(self._http.get(_path(trace)))

    def delete(self, trace: TraceLike) -> None:
        """Deletes a trace for good."""
        self._http.delete(_path(trace))

    def traces(
        self, *, query: str | None = None, tag: str | None = None, model: str | None = None, limit: int = 1000
    ) -> pd.DataFrame:
        """Stored traces, newest first; `query` searches prompts."""
        items: list[dict[str, Any]] = []
        after: str | None = None
        while len(items) < limit:
            size = min(200, limit - len(items))
            page = self._http.get("/api/traces", query=query, tag=tag, model=model, after=after, limit=size)
            items += page["items"]
            after = page.get("next")
            if after is None:
                break
        return pd.DataFrame([_summary(item) for item in items])

    def queries(self) -> pd.DataFrame:
        """The named queries: name, group, title, explanation, parameters, columns, statement."""
        return pd.DataFrame(self._http.get("/api/queries")["items"])

    def query(self, query: str, /, **parameters: Any) -> pd.DataFrame:
        """Asks a named query; a trace may be given as it is."""
        body = {"parameters": {name: _id(value) for name, value in parameters.items()}}
        return values.frame(self._http.post(f"/api/queries/{quote(query, safe='')}", body))

    def cypher(self, statement: str, /, *, limit: int | None = None, **parameters: Any) -> pd.DataFrame:
        """Runs Cypher that only reads. Nodes and relationships become dicts; rows beyond `limit` raise a TruncatedWarning."""
        body = {"statement": statement, "parameters": {name: _id(value) for name, value in parameters.items()}}
        return values.frame(self._http.post("/api/cypher", body | ({} if limit is None else {"limit": limit})))

    def compare(self, left: TraceLike, right: TraceLike, **options: Any) -> pd.DataFrame:
        """Two traces, or two sets (`"tag:NAME"`), component by component.

        One row a component, with columns such as (dla, left), (dla, right), (dla, difference); of answers of several tokens
        a row for each, by the column (answerToken, ""), from 0. `options` are those of GET /api/compare,
        such as by="attention" or sort="effect". `frame.attrs["comparison"]` holds all that the server sent.
        """
        return comparison.frame(self._http.get("/api/compare", left=_id(left), right=_id(right), **options))

    def flow(
        self, trace: TraceLike, *, threshold: float = 0.04, detail: Literal["stream", "heads", "neurons"] | None = None
    ) -> nx.DiGraph[str]:
        """What reaches the prediction over edges of at least `threshold`, as a networkx graph; needs `headstream[graph]`."""
        return flow.graph(self._http.get(f"{_path(trace)}/flow", threshold=threshold, detail=detail))

    def lens(self, trace: TraceLike, *, value: str = "token") -> pd.DataFrame:
        """The logit lens: a row a state of the residual stream (layer, site), a column a position.

        Args:
            value: "token" (the first of its projection), "probability" (that token's), "targetRank" or "targetProbability"
        """
        stored = trace if isinstance(trace, Trace) else self.get(trace)
        answers = [
            self.query("logit-lens", trace=stored.id, position=position).assign(position=position)
            for position in range(len(stored.tokens))
        ]
        table = pd.concat(answers).pivot(index=["layer", "site"], columns="position", values=value)
        order = sorted(table.index, key=lambda place: (place[0], ["embed", "mid", "post"].index(place[1])))
        return table.reindex(order).rename(columns=dict(enumerate(stored.tokens)))

    def pattern(self, trace: TraceLike, head: str) -> pd.DataFrame:
        """The attention pattern of a head, such as "L4H5": a row a position that attends, a column a position attended to.

        Whole at every position; in prompts of more than 32 tokens weights under 0.01 are 0 here.
        """
        rows = self.query("pattern-of-a-head", trace=trace, head=head, limit=10_000)
        matrix = rows.pivot(index="from", columns="to", values="weight")
        return matrix.reindex(columns=matrix.index.rename("to")).fillna(0.0)

    def activation(self, trace: TraceLike, node: str) -> dict[str, Any]:
        """One vector of the pass, such as "L4P14.H5": its figures, what it writes, what is in it and what it is in."""
        answer: dict[str, Any] = self._http.get(f"{_path(trace)}/activations/{quote(node, safe='')}")
        return answer

    def block(self, trace: TraceLike, layer: int, position: int, *, token: str | None = None) -> dict[str, Any]:
        """All of a block at a position, whether the trace keeps it or not, computed anew by the trace's model.

        `nodes` have figures and tokens, and say whether they are `stored`; each projection's targetRank and
        targetProbability are the target's, or another `token`'s.
        """
        path = f"/api/computed/{quote(str(_id(trace)), safe='')}/blocks/{layer}"
        answer: dict[str, Any] = self._http.get(path, position=position, token=token)
        return answer

    def picture(self, trace: TraceLike, address: str = "", *, width: int = 1100, height: int = 640) -> Picture:
        """The story of a trace, or another of its pictures, in a notebook: the page itself in a frame.

        `address` is what stands after the "?" of the page's own address, such as "count=40" or "as=heads". The server must know
        the notebook's origin (HEADSTREAM_ALLOWED_ORIGINS=http://localhost:8888); another's frame stays empty.
        """
        identity = str(_id(trace))
        url = f"{self.url}/embed/trace/{quote(identity, safe='')}" + (f"#{address}" if address else "")
        return Picture(url, width, height, f"Headstream: trace {identity}")

    def story_svg(
        self,
        trace: TraceLike,
        *,
        theme: Literal["light", "dark"] = "light",
        count: int | None = None,
        captions: bool = True,
        circuit: str | None = None,
        measure: Literal["measured", "effect", "dla"] | None = None,
        width: int | None = None,
        height: int | None = None,
    ) -> Still:
        """The story of a trace as a picture that stays in the notebook: what the page's SVG button saves, made by the server.

        Args:
            count: how many ranked components; as many as the page shows at first where none is given
            captions: say beside heads what they are seen to do
            circuit: mark what belongs to it
            measure: rank by this; else by the one that says most
            width: of the panel that it is drawn for, in pixels, and its height
        """
        asked = {
            "theme": theme,
            "count": count,
            "captions": captions,
            "circuit": circuit,
            "measure": measure,
            "width": width,
            "height": height,
        }
        given = {name: value for name, value in asked.items() if value is not None}
        answer = self._http.send("GET", f"{_path(trace)}/story.svg", params=given)
        return Still(answer.text)

    def why(self, trace: TraceLike, head: str, query: int, key: int, *, against: int | None = None) -> pd.DataFrame:
        """Why a head such as "L4H5" looks from a position at another: its score by who wrote the query and who the key.

        A row a writer, with `side` ("query" or "key"), `name`, `node` and `score`; each side adds up to
        `frame.attrs["score"]`, and `frame.attrs["weight"]` is the attention weight. With another key, `against`,
        scores are the difference of the two, the logarithm of the ratio of their weights.
        """
        path = f"/api/computed/{quote(str(_id(trace)), safe='')}/scores/{quote(head, safe='')}"
        answer = self._http.get(path, query=query, key=key, against=against)
        rows = [{"side": side, **part} for side in ("query", "key") for part in answer[f"{side}Parts"]]
        frame = pd.DataFrame(rows, columns=["side", "name", "node", "score"])
        frame.attrs.update(score=answer["score"], weight=answer["weight"])
        return frame

    def sum(self, trace: TraceLike, node: str | None = None) -> pd.DataFrame:
        """The metric from the embedding up, or a whole's parts: name, value, start, end. The last ends at the total."""
        answer = self._http.get(f"{_path(trace)}/sum", node=node)
        return pd.DataFrame(answer["parts"])[["name", "value", "start", "end"]]

    def export(self, trace: TraceLike, file: str | Path, format: Format | None = None) -> Path:
        """Writes a trace to a file; the format is the suffix's where none is given."""
        path = Path(file)
        chosen = format or path.suffix.removeprefix(".")
        answer = self._http.send("GET", f"{_path(trace)}/export", params={"format": chosen})
        path.write_bytes(answer.content)
        return path

    def close(self) -> None:
        """Gives the connections back."""
        self._http.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Client({self.url!r})"


def _id(value: Any) -> Any:
    return value.id if isinstance(value, Trace) else value


def _path(trace: TraceLike) -> str:
    return f"/api/traces/{quote(str(_id(trace)), safe='')}"


def _summary(item: dict[str, Any]) -> dict[str, Any]:
    answer = item.get("prediction", {})
    flat = {name: value for name, value in item.items() if name != "prediction"}
    return {**flat, "prediction": answer.get("text"), "probability": answer.get("probability")}


def _named(role: str, token: str | Sequence[int] | None) -> dict[str, Any]:
    """A target or distractor: a text, or token ids."""
    return {role: token} if token is None or isinstance(token, str) else {f"{role}Tokens": list(token)}
