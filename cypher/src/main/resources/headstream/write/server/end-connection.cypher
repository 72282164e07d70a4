// Closes a connection on whose thread a statement was stopped: nobody would answer it any more. It changes nothing in the graph.
// params:
//   connection (string) its id
// columns:
//   message (string) the database's own
CALL dbms.killConnection($connection) YIELD message
RETURN message
