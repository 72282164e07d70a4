// Whether anything has been traced.
RETURN EXISTS { MATCH (:Trace) } AS found
