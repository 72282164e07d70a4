package io.headstream.ingest.hub;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A model on the hub.
 *
 * @param repository {@code org/name}, or {@code name} for the few without an organisation
 * @param revision a branch, a tag, a commit, or {@code refs/pr/N}
 */
public record HubId(String repository, String revision) {
    /** The revision of those who name none. */
    public static final String MAIN = "main";

    // the rules of huggingface_hub's validate_repo_id
    private static final Pattern REPOSITORY = Pattern.compile("(\\w|\\w[\\w.-]{0,94}\\w)(/(\\w|\\w[\\w.-]{0,94}\\w))?");
    // what git allows and a file system bears; a revision is also a file's path under refs/
    private static final Pattern REVISION = Pattern.compile("\\w[\\w.+-]*(/\\w[\\w.+-]*)*");
    private static final int LONGEST_REVISION = 200;

    /** Reads {@code org/name} or {@code org/name@revision}; absent where it is neither. */
    public static Optional<HubId> parse(String text) {
        int at = text.indexOf('@');
        String repository = at < 0 ? text : text.substring(0, at);
        String revision = at < 0 ? MAIN : text.substring(at + 1);
        return isRepository(repository) && isRevision(revision)
                ? Optional.of(new HubId(repository, revision))
                : Optional.empty();
    }

    private static boolean isRepository(String text) {
        return REPOSITORY.matcher(text).matches()
                && !text.contains("--")
                && !text.contains("..")
                && !text.endsWith(".git");
    }

    private static boolean isRevision(String text) {
        return text.length() <= LONGEST_REVISION
                && REVISION.matcher(text).matches()
                && !text.contains("..")
                && !text.endsWith(".lock");
    }

    /** Whether the revision is a whole commit, which never changes. */
    boolean isCommit() {
        return revision.matches("[0-9a-f]{40}");
    }

    @Override
    public String toString() {
        return revision.equals(MAIN) ? repository : repository + "@" + revision;
    }
}
