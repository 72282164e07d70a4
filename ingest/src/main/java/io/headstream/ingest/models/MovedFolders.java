package io.headstream.ingest.models;

import io.headstream.tracer.checkpoint.Fingerprint;
import io.headstream.tracer.checkpoint.Provenance;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Models that the graph knows from a folder that is not where it was. */
final class MovedFolders {
    private static final String CONFIG = "config.json";

    private MovedFolders() {}

    /**
     * Takes what the graph knows of a folder from the others: that of its own source, else that of a folder of the same name and the same config.json which is gone, so that this is
     * where it was moved to. That its weights are the same is seen when it is loaded.
     *
     * @param inGraph models' properties by source and revision; the one that is found is removed
     * @param key the folder's source and revision
     * @return its properties with the source that it has now, or null where the graph knows none
     */
    static @Nullable Map<String, Object> take(Map<String, Map<String, Object>> inGraph, String key, Path folder) {
        Map<String, Object> own = inGraph.remove(key);
        Provenance provenance = Provenance.of(folder);
        if (own != null || provenance.revision().isPresent()) {
            return own;
        }
        for (Map.Entry<String, Map<String, Object>> each : inGraph.entrySet()) {
            Map<String, Object> stored = each.getValue();
            boolean gone =
                    provenance.name().equals(stored.get("name")) && !stored.containsKey("revision") && !isThere(stored);
            if (gone
                    && stored.get("files") instanceof List<?> files
                    && files.contains(Fingerprint.line(folder, CONFIG))) {
                inGraph.remove(each.getKey());
                Map<String, Object> moved = new LinkedHashMap<>(stored);
                moved.put("source", provenance.source());
                return moved;
            }
        }
        return null;
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
