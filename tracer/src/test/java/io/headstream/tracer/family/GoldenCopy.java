package io.headstream.tracer.family;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.headstream.tracer.Golden;
import io.headstream.tracer.checkpoint.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A golden folder's config and weights in a folder of a test's own, changed there. */
record GoldenCopy(Path folder, String golden) {
    static GoldenCopy of(String golden, Path folder) throws IOException {
        GoldenCopy copy = new GoldenCopy(folder, golden);
        for (String name : new String[] {"config.json", "model.safetensors"}) {
            Files.copy(Golden.folder(golden).resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    GoldenCopy config(String found, String given) throws IOException {
        String text = Files.readString(folder.resolve("config.json"));
        if (!text.contains(found)) {
            throw new IllegalArgumentException(golden + "'s config.json has no " + found);
        }
        Files.writeString(folder.resolve("config.json"), text.replace(found, given));
        return this;
    }

    GoldenCopy weights(Consumer<Map<String, NDArray>> change) throws IOException {
        try (Safetensors file = Safetensors.open(Golden.folder(golden).resolve("model.safetensors"));
                NDManager manager = NDManager.newBaseManager()) {
            Map<String, NDArray> tensors = new LinkedHashMap<>();
            file.names().forEach(name -> tensors.put(name, file.read(name, manager)));
            change.accept(tensors);
            Safetensors.write(folder.resolve("model.safetensors"), tensors);
        }
        return this;
    }
}
