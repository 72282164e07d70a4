// Takes what a document calls components. What has a label here keeps it, with its note.
// params:
//   model (string) id
//   rows (list) {component, label, note, updatedAt}
//   by (string) who brings them
// columns:
//   component (string) one that is called or described otherwise here
UNWIND $rows AS row
MERGE (l:ComponentLabel {model: $model, component: row.component})
ON CREATE SET l.label = row.label, l.note = row.note, l.by = $by, l.updatedAt = datetime(row.updatedAt)
WITH row, l
WHERE l.label <> row.label OR coalesce(l.note, '') <> coalesce(row.note, '')
RETURN row.component AS component
