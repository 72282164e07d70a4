// Waits until every index is there to be used.
// params:
//   seconds (integer) how long at most
CALL db.awaitIndexes($seconds)
