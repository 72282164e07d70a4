package io.headstream.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

@ExtendWith(Database.class)
class SchemaTest {

    @Test
    void migrations_apply_twice_and_every_index_answers(Driver driver) {
        long before = indexes(driver);

        Schema.migrate(driver);

        assertThat(indexes(driver)).isEqualTo(before).isGreaterThan(20);
        try (Session session = driver.session()) {
            assertThat(session.run("SHOW INDEXES YIELD name, state WHERE state <> 'ONLINE' RETURN name")
                            .list())
                    .isEmpty();
        }
    }

    @Test
    void a_lock_that_a_killed_process_left_does_not_stop_the_next(Driver driver) {
        try (Session session = driver.session()) {
            session.run("CREATE (:__Neo4jMigrationsLock {id: randomUUID(), name: 'John Doe'})")
                    .consume();
        }

        Schema.releaseLock(driver);
        Schema.migrate(driver);

        try (Session session = driver.session()) {
            assertThat(session.run("MATCH (l:__Neo4jMigrationsLock) RETURN l").list())
                    .isEmpty();
        }
    }

    private static long indexes(Driver driver) {
        try (Session session = driver.session()) {
            return session.run("SHOW INDEXES YIELD name RETURN count(*) AS n")
                    .single()
                    .get("n")
                    .asLong();
        }
    }
}
