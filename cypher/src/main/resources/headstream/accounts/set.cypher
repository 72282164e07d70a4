// Makes the user, or gives an existing one this password; run in the system database.
// params: name, password
CREATE OR REPLACE USER $name SET PASSWORD $password CHANGE NOT REQUIRED
