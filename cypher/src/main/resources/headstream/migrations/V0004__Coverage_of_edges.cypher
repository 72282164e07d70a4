// What traces of version 1 call effectCoverage is of edges alone.
MATCH (t:Trace) WHERE t.version = 1 AND t.effectCoverage IS NOT NULL SET t.edgeCoverage = t.effectCoverage REMOVE t.effectCoverage;
