"""Which heads answer "who gets the drink?", over a handful of prompts, and how the answer comes about in one of them.

Run beside a Headstream: python clients/python/examples/ioi.py
"""

from headstream import Client

NAMES = [("Mary", "John"), ("Anna", "Tom"), ("Lucy", "Jack")]
PROMPT = "When {a} and {b} went to the store, {b} gave a drink to"

client = Client()

# one trace a prompt, each for the difference of the two names' logits
for a, b in NAMES:
    trace = client.trace(
        PROMPT.format(a=a, b=b), target=f" {a}", distractor=f" {b}", tags=["ioi-example"], progress=None
    )
    print(f"{trace.prompt!r}: {trace.predictions['text'][0]!r}, difference {trace.metric_value:.2f}")

# name movers: heads that add to the right name in all of them
movers = client.cypher(
    """
    MATCH (t:Trace)-[:HAS_POSITION]->(p:Position) WHERE $tag IN t.tags AND p.index = t.targetPosition
    MATCH (o:HeadOutput {trace: t.id, position: p.index})
    RETURN o.name AS head, count(*) AS traces, avg(o.dla) AS dla, stDev(o.dla) AS spread
    ORDER BY dla DESC LIMIT 5
    """,
    tag="ioi-example",
)
print("\nHeads that write the name, mean direct logit attribution:")
print(movers.round(3).to_string(index=False))

# where the best of them looks, in the last trace
best = movers["head"][0]
looks = client.query("what-a-position-attends-to", trace=trace, head=best).head(3)
print(f"\n{best} looks from the end at:")
print(looks[["token", "weight", "share"]].round(3).to_string(index=False))

# and along which states the answer rises to the top
ranks = client.lens(trace, value="targetRank").iloc[:, -1]
first = ranks[ranks == 1].index[0]
print(f"\n{trace.target!r} is first from layer {first[0]}, {first[1]}, on.")
