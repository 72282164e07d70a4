// What a trace's pass is run again from.
// params:
//   trace (trace) its id
// columns:
//   trace (map) its properties
//   tokens (list) ids by position
MATCH (t:Trace {id: $trace})
RETURN properties(t) AS trace,
       COLLECT {
         MATCH (t)-[:HAS_POSITION]->(p:Position)-[:IS]->(k:Token)
         RETURN k.id ORDER BY p.index
       } AS tokens
