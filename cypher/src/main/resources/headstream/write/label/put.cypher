// Calls a component something; what it was called before is forgotten.
// params:
//   model (string) id
//   component (string) its name
//   label (string) what it is called
//   note (string) what else is to say of it, or null
//   by (string) who says so
// columns:
//   properties (map) the label's
MERGE (l:ComponentLabel {model: $model, component: $component})
SET l.label = $label, l.note = $note, l.by = $by, l.updatedAt = datetime()
RETURN properties(l) AS properties
