// $trace: id
RETURN EXISTS { MATCH (:Trace {id: $trace}) } AS found
