package io.headstream.tracer.checkpoint;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a checkpoint comes from.
 *
 * @param name what it is called: a hub id, or the folder's name
 * @param source the hub id, or the folder
 * @param revision the hub's commit; absent for a folder
 */
public record Provenance(String name, String source, Optional<String> revision) {
    private static final String MODELS = "models--";

    /** Recognises Hugging Face's cache, {@code models--org--name/snapshots/<commit>}; any other folder is its own source. */
    public static Provenance of(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        int names = whole.getNameCount();
        if (names >= 3 && whole.getName(names - 2).toString().equals("snapshots")) {
            String repository = whole.getName(names - 3).toString();
            String commit = whole.getName(names - 1).toString();
            if (repository.startsWith(MODELS) && commit.matches("[0-9a-f]{40}")) {
                String id = repository.substring(MODELS.length()).replace("--", "/");
                return new Provenance(id, id, Optional.of(commit));
            }
        }
        String name = names == 0 ? whole.toString() : whole.getName(names - 1).toString();
        return new Provenance(name, whole.toString(), Optional.empty());
    }
}
