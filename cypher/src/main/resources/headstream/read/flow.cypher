// The edges behind a flow picture: everything that adds at least $threshold to its whole, and what it attends to.
MATCH path = (:Activation {trace: $trace})-[r:ADDS_TO|ATTENDED_BY]->(:Activation)
WHERE r.share >= $threshold
RETURN path
