package io.headstream.benchmarks.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.tokenizer.Bos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A prompt of a file, in a model's tokens. */
record Example(int[] tokens, Question question) {
    static List<Example> of(LoadedModel model, Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode json = new ObjectMapper().readTree(line);
            int[] tokens = model.vocabulary()
                    .encode(json.get("prompt").asText(), Bos.AUTO)
                    .ids();
            OptionalInt distractor = json.get("distractor").isNull()
                    ? OptionalInt.empty()
                    : OptionalInt.of(token(model, json.get("distractor")));
            examples.add(
                    new Example(tokens, new Question(tokens.length - 1, token(model, json.get("target")), distractor)));
        }
        return examples;
    }

    private static int token(LoadedModel model, JsonNode text) {
        return model.vocabulary().token("token", text.asText()).id();
    }
}
