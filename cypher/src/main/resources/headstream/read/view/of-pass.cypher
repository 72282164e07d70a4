// The views that were saved of a pass, by name.
// params:
//   pass (string) hash of what is traced
// columns:
//   properties (map) a view's
MATCH (v:SavedView {pass: $pass})
RETURN properties(v) AS properties
ORDER BY v.name
