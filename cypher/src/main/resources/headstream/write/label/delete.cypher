// Forgets what a component is called.
// params:
//   model (string) id
//   component (string) its name
// columns:
//   labels (integer) removed
MATCH (l:ComponentLabel {model: $model, component: $component})
DELETE l
RETURN count(*) AS labels
