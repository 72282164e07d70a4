package io.headstream.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.headstream.tracer.error.TraceException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a repository holds at one commit.
 *
 * @param files by path; where the hub did not say a file's etag and size, absent
 */
record HubListing(String commit, Map<String, Optional<HubFile>> files) {

    /**
     * Reads the answer of {@code /api/models/{id}/revision/{revision}?blobs=true}.
     *
     * @throws TraceException where it is not such an answer, or a path in it leads out of the folder
     */
    static HubListing read(HubId id, JsonNode answer) {
        String commit = answer.path("sha").asText();
        if (!commit.matches("[0-9a-f]{40}") || !answer.path("siblings").isArray()) {
            throw new TraceException("the answer for '" + id
                    + "' is not a hub's: it has no commit or no list of files. Is HF_ENDPOINT a Hugging Face hub?");
        }
        Map<String, Optional<HubFile>> files = new TreeMap<>();
        for (JsonNode sibling : answer.path("siblings")) {
            String path = sibling.path("rfilename").asText();
            refuseWayOut(id, path);
            files.put(path, file(path, sibling));
        }
        return new HubListing(commit, files);
    }

    private static Optional<HubFile> file(String path, JsonNode sibling) {
        JsonNode lfs = sibling.path("lfs");
        String etag = lfs.path("sha256").asText(sibling.path("blobId").asText());
        JsonNode size = lfs.has("size") ? lfs.path("size") : sibling.path("size");
        return etag.isEmpty() || !size.canConvertToLong()
                ? Optional.empty()
                : Optional.of(new HubFile(path, etag, size.asLong()));
    }

    private static void refuseWayOut(HubId id, String path) {
        boolean out = path.isEmpty()
                || path.startsWith("/")
                || path.contains("\\")
                || path.contains("\0")
                || path.contains(":/");
        for (String segment : path.split("/", -1)) {
            out |= segment.isEmpty() || segment.equals(".") || segment.equals("..");
        }
        if (out) {
            throw new TraceException("the hub's list of '" + id + "' has a file named '" + path
                    + "', which leads out of the model's folder; nothing was written");
        }
    }
}
