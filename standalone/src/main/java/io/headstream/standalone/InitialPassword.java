package io.headstream.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.io.fs.FileSystemAbstraction;
import org.neo4j.kernel.impl.security.User;
import org.neo4j.logging.NullLogProvider;
import org.neo4j.memory.EmptyMemoryTracker;
import org.neo4j.server.security.SecureHasher;
import org.neo4j.server.security.SystemGraphCredential;
import org.neo4j.server.security.auth.CommunitySecurityModule;
import org.neo4j.server.security.auth.FileUserRepository;

/**
 * What a database that is not there yet begins with instead of its well-known first password, laid down where {@code neo4j-admin dbms
 * set-initial-password} does. Nobody knows it: the password that is kept is set once the database is open.
 */
record InitialPassword(Path home) {
    /** Whether the folder has no database. */
    boolean isNeeded() {
        return !Files.exists(home.resolve("data/databases").resolve(GraphDatabaseSettings.SYSTEM_DATABASE_NAME));
    }

    void lay() throws IOException {
        Path file = CommunitySecurityModule.getInitialUserRepositoryFile(Config.newBuilder()
                .set(GraphDatabaseSettings.neo4j_home, home.toAbsolutePath())
                .build());
        Files.deleteIfExists(file);
        try (FileSystemAbstraction files = new DefaultFileSystemAbstraction()) {
            FileUserRepository users =
                    new FileUserRepository(files, file, NullLogProvider.getInstance(), EmptyMemoryTracker.INSTANCE);
            users.start();
            users.create(new User(BoltPassword.USER, null, unknown(), false, false));
            users.shutdown();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the database's initial password cannot be laid down", e);
        }
    }

    private static SystemGraphCredential unknown() {
        return SystemGraphCredential.createCredentialForPassword(
                BoltPassword.random().getBytes(StandardCharsets.UTF_8), new SecureHasher());
    }
}
