// Sweeps are found by their trace, or by what they are of.
CREATE CONSTRAINT sweep_id IF NOT EXISTS FOR (n:Sweep) REQUIRE n.id IS UNIQUE;
CREATE INDEX sweep_trace IF NOT EXISTS FOR (n:Sweep) ON (n.trace);
CREATE INDEX sweep_of IF NOT EXISTS FOR (n:Sweep) ON (n.of);
