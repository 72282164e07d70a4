package io.headstream.ingest.hub;

import io.headstream.tracer.checkpoint.ForeignFolder;
import io.headstream.tracer.error.TraceException;
import java.util.List;
import java.util.stream.Stream;

/** Which of a repository's files a pass needs: config, tokenizer, and weights as safetensors. Nothing that could run code is pulled. */
final class WantedFiles {
    static final String CONFIG = "config.json";
    static final String WEIGHTS = "model.safetensors";
    static final String INDEX = "model.safetensors.index.json";

    private static final List<String> SMALL = List.of(
            "generation_config.json",
            "tokenizer.json",
            "tokenizer_config.json",
            "special_tokens_map.json",
            "added_tokens.json",
            "vocab.json",
            "merges.txt",
            "tokenizer.model");

    private WantedFiles() {}

    /** Those of the small files that are there. */
    static List<String> small(HubListing listing) {
        return SMALL.stream().filter(listing.files()::containsKey).toList();
    }

    /** Whether the weights are split. */
    static boolean isSharded(HubListing listing) {
        return !listing.files().containsKey(WEIGHTS);
    }

    /** Whether the repository holds what is added to a model, and no model. */
    static boolean isAdapter(HubListing listing) {
        return listing.files().containsKey(ForeignFolder.ADAPTER)
                && !listing.files().containsKey(WEIGHTS)
                && !listing.files().containsKey(INDEX);
    }

    /** @throws TraceException where the repository holds no model that can be traced */
    static void require(HubId id, HubListing listing) {
        if (!listing.files().containsKey(CONFIG)) {
            throw new TraceException("'" + id + "' has no config.json, so it is no model for transformers (it has "
                    + someOf(listing.files().keySet().stream()) + ")");
        }
        if (!listing.files().containsKey(WEIGHTS) && !listing.files().containsKey(INDEX)) {
            throw new TraceException("'" + id + "' has no weights as safetensors (of weights it has "
                    + someOf(listing.files().keySet().stream().filter(WantedFiles::isOtherWeights))
                    + "), and no other kind is pulled: a pickle can run code. Try a revision that has them, such as '"
                    + id.repository()
                    + "@refs/pr/N' (the hub's converter opens such pull requests), or convert it: load it with "
                    + "transformers, save_pretrained(folder, safe_serialization=True), and add the folder");
        }
    }

    private static boolean isOtherWeights(String path) {
        return path.matches(".*\\.(bin|pt|pth|h5|msgpack|gguf|onnx|ckpt|safetensors)");
    }

    private static String someOf(Stream<String> paths) {
        List<String> some = paths.limit(5).toList();
        return some.isEmpty() ? "none" : String.join(", ", some);
    }
}
