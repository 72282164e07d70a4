// Takes the views of a document. A view that has the name here stays what it is.
// params:
//   pass (string) hash of what is traced
//   rows (list) {name, address, updatedAt}
//   by (string) who brings them
// columns:
//   name (string) of one that is another here
UNWIND $rows AS row
MERGE (v:SavedView {pass: $pass, name: row.name})
ON CREATE SET v.address = row.address, v.by = $by, v.updatedAt = datetime(row.updatedAt)
WITH row, v
WHERE v.address <> row.address
RETURN row.name AS name
