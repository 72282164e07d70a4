// Activations of one label, in the order of $rows.
// $label: Residual, HeadOutput ...; $rows: [all properties of the node; trace and node among them]
UNWIND $rows AS row
CREATE (n:Activation:$($label))
SET n = row
RETURN elementId(n) AS id
