// A model's name, and how many components it has.
// params:
//   model (string) id
// columns:
//   name (string) the model's
//   layers (integer) blocks
//   heads (integer) heads in a block
//   neurons (integer) neurons in a block
MATCH (m:Model {id: $model})
RETURN m.name AS name, m.layers AS layers, m.heads AS heads, m.dMlp AS neurons
