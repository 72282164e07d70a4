// Activations of one label, in the order of $rows.
// params:
//   label (string) Residual, HeadOutput ...
//   rows (list) [all properties of the node; trace and node among them]
// columns:
//   id (string) the node's element id
UNWIND $rows AS row
CREATE (n:Activation:$($label))
SET n = row
RETURN elementId(n) AS id
