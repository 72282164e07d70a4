// Drops the user; run in the system database.
// params: name
DROP USER $name IF EXISTS
