package io.headstream.ingest.models;

import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.load.LoadedModel;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The few models that are in memory, the one longest unused first to make room. */
final class ModelMemory {
    private final int most;
    private final ModelLoader.Precision precision;
    private final Map<Path, KeptModel> kept = new LinkedHashMap<>(8, 0.75f, true);

    ModelMemory(int most, ModelLoader.Precision precision) {
        this.most = Math.max(1, most);
        this.precision = precision;
    }

    /** A folder's model, loaded if it is not there; the caller sees to it that nobody else traces meanwhile. */
    LoadedModel load(Path folder) {
        synchronized (kept) {
            KeptModel model = kept.get(folder);
            if (model != null) {
                return model.model();
            }
            Iterator<KeptModel> oldest = kept.values().iterator();
            while (kept.size() >= most && oldest.hasNext()) {
                oldest.next().makeRoom();
                oldest.remove();
            }
        }
        LoadedModel model = LoadedModel.load(folder, precision);
        synchronized (kept) {
            kept.put(folder, new KeptModel(model));
        }
        return model;
    }

    /** What can be read of a folder's model without its weights; empty where it is not in memory, or its tokenizer is another by now. */
    Optional<ModelReading> read(Path folder) {
        synchronized (kept) {
            // looked at, not used: who only reads its tokens keeps no other from staying
            return Optional.ofNullable(all().get(folder)).flatMap(KeptModel::read);
        }
    }

    /** What is there, by folder. */
    Map<Path, LoadedModel> models() {
        Map<Path, LoadedModel> models = new LinkedHashMap<>();
        all().forEach((folder, model) -> models.put(folder, model.model()));
        return models;
    }

    private Map<Path, KeptModel> all() {
        synchronized (kept) {
            return new LinkedHashMap<>(kept);
        }
    }

    /** Frees all of them. */
    void clear() {
        synchronized (kept) {
            kept.values().forEach(KeptModel::makeRoom);
            kept.clear();
        }
    }
}
