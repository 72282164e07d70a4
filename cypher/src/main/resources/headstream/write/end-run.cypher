// Ends the statement whose transaction carries this mark in its metadata. It changes nothing in the graph.
// $run: the mark
SHOW TRANSACTIONS YIELD transactionId AS id, connectionId, metaData
WHERE metaData.run = $run
TERMINATE TRANSACTIONS id YIELD message
RETURN connectionId AS connection, message
