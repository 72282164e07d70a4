// Traces are found by what their components do, head outputs and neurons by trace and position, traces by their target.
CREATE VECTOR INDEX trace_profile IF NOT EXISTS FOR (n:Trace) ON (n.profile)
  OPTIONS {indexConfig: {`vector.dimensions`: 256, `vector.similarity_function`: 'cosine'}};
CREATE INDEX activation_trace_position IF NOT EXISTS FOR (n:Activation) ON (n.trace, n.position);
CREATE INDEX head_output_trace_position IF NOT EXISTS FOR (n:HeadOutput) ON (n.trace, n.position);
