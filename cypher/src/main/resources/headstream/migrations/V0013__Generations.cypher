// The steps of a generation are found by what they share.
CREATE INDEX trace_generation IF NOT EXISTS FOR (n:Trace) ON (n.generation);
