// Closes a connection on whose thread a statement was stopped: nobody would answer it any more. It changes nothing in the graph.
// $connection: its id
CALL dbms.killConnection($connection) YIELD message
RETURN message
