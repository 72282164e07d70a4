// The names of all users; run in the system database.
SHOW USERS YIELD user RETURN user AS name
