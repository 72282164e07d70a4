// Registers a model once; a second registration with the same content hash changes nothing, but one of which only an imported
// trace told is made whole.
// params:
//   properties (map) those of :Model, id among them
// columns:
//   id (string) its own
MERGE (m:Model {id: $properties.id})
ON CREATE SET m += $properties
ON MATCH SET m += CASE WHEN m.partial THEN $properties ELSE {} END
REMOVE m.partial
RETURN m.id AS id
