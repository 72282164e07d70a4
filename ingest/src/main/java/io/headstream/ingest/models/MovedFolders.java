package io.headstream.ingest.models;

import io.headstream.tracer.checkpoint.Fingerprint;
import io.headstream.tracer.checkpoint.Provenance;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Models that the graph knows from a folder that is not where it was. */
final class MovedFolders {
    private static final String CONFIG = "config.json";

    private MovedFolders() {}

    /**
     * Takes what the graph knows of a folder from the others: that of its own source, else that of a folder of the same config.json which is gone, so that this is where it was moved to. Of the
     * same name that is enough, and that its weights are the same is seen when it is loaded; of another name all of its content has to be the same, since fine-tunes share a config.json.
     *
     * @param inGraph models' properties by source and revision; the one that is found is removed
     * @param key the folder's source and revision
     * @param ids the id that a folder's content gives it, where that is known
     * @return its properties with the source that it has now, or null where the graph knows none
     */
    static @Nullable Map<String, Object> take(
            Map<String, Map<String, Object>> inGraph, String key, Path folder, Function<Path, Optional<String>> ids) {
        Map<String, Object> own = inGraph.remove(key);
        Provenance provenance = Provenance.of(folder);
        if (own != null || provenance.revision().isPresent()) {
            return own;
        }
        List<Map<String, Object>> gone = gone(inGraph, folder);
        return gone.stream()
                .filter(stored -> provenance.name().equals(stored.get("name")))
                .findFirst()
                .or(() -> ofContent(gone, folder, ids))
                .map(stored -> {
                    inGraph.values().remove(stored);
                    Map<String, Object> moved = new LinkedHashMap<>(stored);
                    moved.put("source", provenance.source());
                    return moved;
                })
                .orElse(null);
    }

    /** Models of the folder's config.json that were in folders which are not there any more. */
    private static List<Map<String, Object>> gone(Map<String, Map<String, Object>> inGraph, Path folder) {
        List<Map<String, Object>> gone = inGraph.values().stream()
                .filter(stored -> !stored.containsKey("revision") && !isThere(stored))
                .toList();
        if (gone.isEmpty()) {
            return gone;
        }
        String config = Fingerprint.line(folder, CONFIG);
        return gone.stream()
                .filter(stored -> stored.get("files") instanceof List<?> files && files.contains(config))
                .toList();
    }

    private static Optional<Map<String, Object>> ofContent(
            List<Map<String, Object>> gone, Path folder, Function<Path, Optional<String>> ids) {
        return gone.isEmpty()
                ? Optional.empty()
                : ids.apply(folder).flatMap(id -> gone.stream()
                        .filter(stored -> id.equals(stored.get("id")))
                        .findFirst());
    }

    /** Why a model that is only in the graph cannot be traced, and the remedy. */
    static String whyNot(Map<String, Object> stored) {
        Object source = stored.getOrDefault("source", "");
        if (stored.containsKey("revision")) {
            return "is not in the hub's cache of this machine; headstream models pull " + source
                    + " brings it. Its traces can be read as before";
        }
        if (isThere(stored)) {
            return "its folder '" + source + "' was not added since the server started; headstream models add " + source
                    + " does. Its traces can be read as before";
        }
        return "its folder '" + source
                + "' is not there: moved, removed, or of another machine. Put it back, or say where it is now: "
                + "headstream models add FOLDER. Its traces can be read as before";
    }

    private static boolean isThere(Map<String, Object> stored) {
        try {
            return ModelShelf.isModel(Path.of(String.valueOf(stored.getOrDefault("source", ""))));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
