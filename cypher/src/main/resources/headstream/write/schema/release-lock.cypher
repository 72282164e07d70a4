// Lets go of the lock of a migration that was cut off. Only where no other process can be migrating.
MATCH (lock:__Neo4jMigrationsLock)
DETACH DELETE lock
