// Registers a model once; a second registration with the same content hash changes nothing.
// $properties: those of :Model, id among them
MERGE (m:Model {id: $properties.id})
ON CREATE SET m += $properties
RETURN m.id AS id
