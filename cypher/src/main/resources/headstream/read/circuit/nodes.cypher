// What a circuit's edges join, in the order of the pass.
// params:
//   circuit (string) its id
// columns:
//   name (string) embed, a head, an MLP or logits
//   kind (string) embed, head, mlp or logits
//   layer (integer) its layer
//   head (integer) a head's number in it, null of others
MATCH (:Circuit {id: $circuit})-[:HAS_NODE]->(n:CircuitNode)
RETURN n.name AS name, n.kind AS kind, n.layer AS layer, n.head AS head
ORDER BY n.kind <> 'embed', n.layer, n.kind = 'mlp', n.head
