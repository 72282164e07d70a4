// The steps of a generation are found by what they share.
CREATE INDEX trace_generation IF NOT EXISTS FOR (n:Trace) ON (n.generation);
// And changed passes by what they are compared with.
CREATE INDEX trace_baseline IF NOT EXISTS FOR (n:Trace) ON (n.baseline);
