// What interventions changed is found by its trace, as every activation is.
CREATE INDEX change_trace IF NOT EXISTS FOR (n:Change) ON (n.trace);
