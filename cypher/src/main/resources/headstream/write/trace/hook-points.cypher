// What sites of the residual stream are at all positions.
// params:
//   rows (list) [all properties of :HookPoint]
UNWIND $rows AS row
CREATE (n:HookPoint)
SET n = row
