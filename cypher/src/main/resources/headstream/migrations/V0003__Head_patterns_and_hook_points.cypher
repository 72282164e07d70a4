// What is kept whole of a trace is found by the trace, a head's pattern by its name there too.
CREATE INDEX head_pattern_trace IF NOT EXISTS FOR (n:HeadPattern) ON (n.trace);
CREATE INDEX head_pattern_trace_name IF NOT EXISTS FOR (n:HeadPattern) ON (n.trace, n.name);
CREATE INDEX hook_point_trace IF NOT EXISTS FOR (n:HookPoint) ON (n.trace);
