// Circuits are found by their name, their nodes by the circuit.
CREATE CONSTRAINT circuit_id IF NOT EXISTS FOR (n:Circuit) REQUIRE n.id IS UNIQUE;
CREATE INDEX circuit_name IF NOT EXISTS FOR (n:Circuit) ON (n.name);
CREATE INDEX circuit_model IF NOT EXISTS FOR (n:Circuit) ON (n.model);
CREATE INDEX circuit_node_circuit IF NOT EXISTS FOR (n:CircuitNode) ON (n.circuit, n.name);
