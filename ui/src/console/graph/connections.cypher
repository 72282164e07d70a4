// What connects these nodes, for the result's graph.
// $ids: element ids; $most: relationships at most
MATCH (a) WHERE elementId(a) IN $ids
MATCH (a)-[r]->(b) WHERE elementId(b) IN $ids
RETURN r LIMIT $most
