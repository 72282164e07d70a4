// Saves a view under a name; one that had it before is forgotten.
// params:
//   pass (string) hash of what is traced
//   name (string) the view's
//   address (string) what stands after the trace's id in the page's address
//   by (string) who saved it
// columns:
//   properties (map) the view's
MERGE (v:SavedView {pass: $pass, name: $name})
SET v.address = $address, v.by = $by, v.updatedAt = datetime()
RETURN properties(v) AS properties
