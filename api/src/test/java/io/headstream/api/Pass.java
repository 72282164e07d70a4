package io.headstream.api;

import static io.restassured.RestAssured.given;

import ai.djl.ndarray.NDManager;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Hooks;
import io.headstream.tracer.model.Transformer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sample model's own activations on a trace's tokens, as `headstream activations` writes them: under TransformerLens's names, row by row.
 *
 * @param tokens ids
 */
public record Pass(int[] tokens, Map<String, float[]> hooks) {

    /** Of a trace of the sample model. */
    public static Pass of(String trace) throws IOException {
        List<Integer> ids = given().get("/api/traces/" + trace).jsonPath().getList("tokens.id", Integer.class);
        int[] tokens = ids.stream().mapToInt(Integer::intValue).toArray();
        Path folder = Path.of(System.getProperty("headstream.root"), "models", "headstream-sample");
        try (Transformer transformer = ModelLoader.load(folder);
                NDManager manager = transformer.newPassManager()) {
            ActivationCache cache = transformer.run(tokens, manager);
            Map<String, float[]> hooks = new HashMap<>();
            Hooks.of(transformer, cache).forEach((name, array) -> {
                if (name.endsWith("hook_pattern") || name.equals("logits")) {
                    hooks.put(name, array.toFloatArray());
                }
            });
            return new Pass(tokens, hooks);
        }
    }

    /** Attention weight, 0 to 1. */
    public double pattern(int layer, int head, int query, int key) {
        int n = tokens.length;
        return hooks.get("blocks." + layer + ".attn.hook_pattern")[(head * n + query) * n + key];
    }

    /** Probabilities of the vocabulary at a position. */
    public double[] prediction(int position) {
        float[] logits = hooks.get("logits");
        int vocabulary = logits.length / tokens.length;
        double[] probabilities = new double[vocabulary];
        double sum = 0;
        for (int id = 0; id < vocabulary; id++) {
            probabilities[id] = Math.exp(logits[position * vocabulary + id]);
            sum += probabilities[id];
        }
        for (int id = 0; id < vocabulary; id++) {
            probabilities[id] /= sum;
        }
        return probabilities;
    }
}
