package io.headstream.cli.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.headstream.cli.client.CommandFailure;
import io.headstream.cli.output.Output;
import io.headstream.tracer.checkpoint.Safetensors;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Hooks;
import io.headstream.tracer.model.Transformer;
import io.headstream.tracer.tokenizer.Bos;
import io.headstream.tracer.tokenizer.Tokenizer;
import io.headstream.tracer.tokenizer.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes every activation of one pass to a file, without a server. */
@Command(
        name = "activations",
        description =
                "Write all activations of one pass to a safetensors file, under TransformerLens's names; needs no server",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  headstream activations --model models/headstream-sample --tokens 0,427,518 --out pass.safetensors"
        })
public final class ActivationsCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "FOLDER",
            description = "A model folder as Hugging Face writes it")
    private Path model = Path.of("");

    @Option(names = "--tokens", split = ",", paramLabel = "ID", description = "Token ids: 3,5,7")
    private List<Integer> tokens = new ArrayList<>();

    @Option(names = "--prompt", paramLabel = "TEXT", description = "Text instead of token ids")
    private @Nullable String prompt;

    @Option(
            names = "--bos",
            paramLabel = "BOS",
            description =
                    "What is put before the text: auto, what the tokenizer puts there unless the text begins with it (default); add a BOS; none")
    private @Nullable String bos;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (tokens.isEmpty() == (prompt == null)) {
            throw CommandFailure.wrongInput("give --tokens or --prompt");
        }
        try (Transformer transformer = ModelLoader.load(model);
                NDManager manager = transformer.newPassManager()) {
            ActivationCache cache = transformer.run(ids(transformer), manager);
            Map<String, NDArray> arrays = new LinkedHashMap<>();
            arrays.put("tokens", manager.create(cache.tokens()).toType(DataType.INT64, false));
            arrays.putAll(Hooks.of(transformer, cache));
            write(arrays);
            Output.of(spec).printf("%d activations of %d tokens in %s%n", arrays.size() - 1, cache.positions(), out);
            Output.of(spec).flush();
        }
        return 0;
    }

    private int[] ids(Transformer transformer) {
        if (prompt == null) {
            return tokens.stream().mapToInt(Integer::intValue).toArray();
        }
        try (Vocabulary vocabulary = Vocabulary.open(model, transformer.architecture())) {
            Tokenizer.Encoded encoded = vocabulary.encode(prompt, Bos.named(bos));
            encoded.notes().forEach(note -> Output.errorsOf(spec).println("note: " + Output.shown(note)));
            vocabulary.requireEmbedded(encoded.ids());
            return encoded.ids();
        }
    }

    // beside the target first, so that a full disk never leaves half a file under the name
    private void write(Map<String, NDArray> arrays) throws IOException {
        Path part = out.resolveSibling(out.getFileName() + ".part");
        try {
            Safetensors.write(part, arrays);
            Files.move(part, out, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw CommandFailure.failed("'" + out + "' cannot be written: " + e.getMessage());
        }
    }
}
