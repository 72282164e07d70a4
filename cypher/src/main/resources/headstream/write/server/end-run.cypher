// Ends the statement whose transaction carries this mark in its metadata. It changes nothing in the graph.
// params:
//   run (string) the mark
// columns:
//   connection (string) id of the connection that ran it
//   message (string) the database's own
SHOW TRANSACTIONS YIELD transactionId AS id, connectionId, metaData
WHERE metaData.run = $run
TERMINATE TRANSACTIONS id YIELD message
RETURN connectionId AS connection, message
