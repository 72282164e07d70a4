// Forgets a view.
// params:
//   pass (string) hash of what is traced
//   name (string) the view's
// columns:
//   views (integer) removed
MATCH (v:SavedView {pass: $pass, name: $name})
DELETE v
RETURN count(*) AS views
