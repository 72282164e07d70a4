package io.headstream.tracer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.headstream.tracer.Golden;
import io.headstream.tracer.checkpoint.Safetensors;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Hooks;
import io.headstream.tracer.model.Transformer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every activation agrees with another implementation's, element by element. */
class GoldenTest {
    private static final float TOLERANCE = 1e-4f;

    /** Every folder with a config and activations; -Dheadstream.golden adds one's own (docs/adding-a-family.md). */
    static Stream<Path> folders() throws IOException {
        List<Path> roots = new ArrayList<>(List.of(Golden.folder("")));
        if (System.getProperty("headstream.golden") != null) {
            roots.add(Path.of(System.getProperty("headstream.golden")));
        }
        List<Path> folders = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> children = Files.list(root)) {
                children.filter(f -> Files.exists(f.resolve("config.json"))
                                && Files.exists(f.resolve("activations.safetensors"))
                                && !f.endsWith("gpt-nano-sort"))
                        .sorted()
                        .forEach(folders::add);
            }
        }
        return folders.stream();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void activations_agree_with_hugging_face_transformers(Path folder) {
        try (Transformer model = ModelLoader.load(folder);
                NDManager manager = model.newPassManager();
                Safetensors golden = Safetensors.open(folder.resolve("activations.safetensors"))) {
            int[] tokens = intArray(golden.read("tokens", manager));
            ActivationCache cache = model.run(tokens, manager);
            Map<String, NDArray> ours = Hooks.of(model, cache);
            for (String name : golden.names()) {
                if (!name.equals("tokens")) {
                    agree(name, ours.get(name), golden.read(name, manager));
                }
            }
        }
    }

    @Test
    void a_trained_sorting_model_agrees_with_llm_viz() {
        try (Transformer model = ModelLoader.load(Golden.folder("gpt-nano-sort"));
                NDManager manager = model.newPassManager();
                Safetensors golden = Safetensors.open(Golden.folder("gpt-nano-sort/activations.safetensors"))) {
            for (int row = 0; row < 3; row++) {
                ActivationCache cache =
                        model.run(intArray(golden.read("idx", manager).get(row)), manager);
                ActivationCache.Layer block = cache.layers().get(0);
                Map<String, NDArray> ours = new HashMap<>();
                ours.put("tok_emb", cache.embed());
                ours.put("x", block.residPre());
                ours.put("ln1", block.ln1());
                ours.put("qkv", NDArrays.concat(new NDList(block.q(), block.k(), block.v()), 1));
                ours.put("attSm", model.pattern(0, cache));
                ours.put("y", block.z());
                ours.put("yProj", block.attnOut());
                ours.put("attnResid", block.residMid());
                ours.put("ln2", block.ln2());
                ours.put("gelu", block.post());
                ours.put("mlp", block.mlpOut());
                ours.put("mlpResid", block.residPost());
                ours.put("block0", block.residPost());
                ours.put("block1", cache.layers().get(1).residPost());
                ours.put("block2", cache.layers().get(2).residPost());
                ours.put("ln_f", cache.lnFinal());
                ours.put("lm_head", cache.logits());
                ours.put("probs", cache.logits().softmax(-1));
                for (Map.Entry<String, NDArray> entry : ours.entrySet()) {
                    agree(
                            entry.getKey(),
                            entry.getValue(),
                            golden.read(entry.getKey(), manager).get(row));
                }
            }
        }
    }

    private static int[] intArray(NDArray ids) {
        long[] wide = ids.toLongArray();
        int[] narrow = new int[wide.length];
        for (int i = 0; i < wide.length; i++) {
            narrow[i] = Math.toIntExact(wide[i]);
        }
        return narrow;
    }

    private static void agree(String name, NDArray ours, NDArray theirs) {
        assertThat(ours).as(name).isNotNull();
        assertThat(ours.getShape()).as(name).isEqualTo(theirs.getShape());
        assertThat(ours.sub(theirs).abs().max().getFloat())
                .as("largest difference in %s", name)
                .isCloseTo(0, within(TOLERANCE));
    }
}
