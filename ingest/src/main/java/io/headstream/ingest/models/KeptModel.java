package io.headstream.ingest.models;

import io.headstream.tracer.checkpoint.TokenizerFiles;
import io.headstream.tracer.load.LoadedModel;
import java.util.Optional;

/**
 * A model in memory. Its weights are freed as soon as it makes room for another; its vocabulary, which requests that are being checked may be
 * reading, when the last of them has done.
 */
final class KeptModel {
    private final LoadedModel model;
    private final String tokenizer;
    private int readers;
    private boolean gone;

    KeptModel(LoadedModel model) {
        this.model = model;
        this.tokenizer = TokenizerFiles.stamp(model.folder());
    }

    LoadedModel model() {
        return model;
    }

    /** Empty where the tokenizer's file has changed since, as it does for one who puts a better one there. */
    synchronized Optional<ModelReading> read() {
        if (gone || !tokenizer.equals(TokenizerFiles.stamp(model.folder()))) {
            return Optional.empty();
        }
        readers++;
        return Optional.of(new ModelReading(model.architecture(), model.vocabulary(), this::leave));
    }

    private synchronized void leave() {
        readers--;
        closeUnread();
    }

    synchronized void makeRoom() {
        if (!gone) {
            gone = true;
            model.transformer().close();
            closeUnread();
        }
    }

    private void closeUnread() {
        if (gone && readers == 0) {
            model.vocabulary().close();
        }
    }
}
