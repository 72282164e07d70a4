package io.headstream.standalone;

import static org.neo4j.server.security.systemgraph.versions.KnownCommunitySecurityComponentVersion.HAS_AUTH;
import static org.neo4j.server.security.systemgraph.versions.KnownCommunitySecurityComponentVersion.USER_LABEL;
import static org.neo4j.server.security.systemgraph.versions.KnownCommunitySecurityComponentVersion.USER_NAME;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.neo4j.configuration.Config;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;
import org.neo4j.internal.kernel.api.security.CommunitySecurityLog;
import org.neo4j.logging.NullLogProvider;
import org.neo4j.server.security.SecureHasher;
import org.neo4j.server.security.SystemGraphCredential;
import org.neo4j.server.security.systemgraph.UserSecurityGraphComponent;
import org.neo4j.server.security.systemgraph.UserSecurityGraphComponentVersion;
import org.neo4j.server.security.systemgraph.versions.KnownCommunitySecurityComponentVersion;

/**
 * A user of the embedded database. Users are nodes of its system database, and made as the database itself makes its first one; Cypher would do the
 * same, but its first statements take longer than all else of a start.
 */
record Account(String name, String password) {
    private static final Pattern OF_A_RUN = Pattern.compile("headstream-(service|browser)-[0-9a-f]{40}");

    /**
     * One for Headstream's own connections during this run. The database locks a name after wrong guesses: nobody can guess at a name that is
     * random.
     *
     * @param role service or browser
     */
    static Account ofThisRun(String role) {
        return new Account("headstream-" + role + "-" + BoltPassword.random(), BoltPassword.random());
    }

    /** Makes them, or gives them their passwords again, and drops those of earlier runs; all at once. */
    static void set(GraphDatabaseService system, List<Account> accounts) {
        List<String> names = accounts.stream().map(Account::name).toList();
        try (Transaction transaction = system.beginTx()) {
            try (ResourceIterator<Node> users = transaction.findNodes(USER_LABEL)) {
                users.stream()
                        .filter(user -> isOneOf(names, String.valueOf(user.getProperty(USER_NAME, ""))))
                        .toList()
                        .forEach(Account::drop);
            }
            KnownCommunitySecurityComponentVersion users = users();
            accounts.forEach(account -> users.addUser(transaction, account.name(), account.credential(), false, false));
            transaction.commit();
        }
    }

    private static boolean isOneOf(List<String> names, String name) {
        return names.contains(name) || OF_A_RUN.matcher(name).matches();
    }

    private static void drop(Node user) {
        try (ResourceIterable<Relationship> all = user.getRelationships()) {
            for (Relationship each : all) {
                Node other = each.getOtherNode(user);
                boolean own = each.isType(HAS_AUTH);
                each.delete();
                if (own) {
                    other.delete();
                }
            }
        }
        user.delete();
    }

    private static KnownCommunitySecurityComponentVersion users() {
        return new UserSecurityGraphComponent(
                        null, // of the very first user, who is there
                        Config.defaults(),
                        NullLogProvider.getInstance(),
                        CommunitySecurityLog.NULL_LOG)
                .findSecurityGraphComponentVersion(UserSecurityGraphComponentVersion.COMMUNITY_SECURITY_521);
    }

    private SystemGraphCredential credential() {
        return SystemGraphCredential.createCredentialForPassword(
                password.getBytes(StandardCharsets.UTF_8), new SecureHasher());
    }

    @Override
    public String toString() {
        return "Account";
    }
}
