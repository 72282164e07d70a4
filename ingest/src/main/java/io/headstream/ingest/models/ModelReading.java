package io.headstream.ingest.models;

import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.tokenizer.Vocabulary;

/**
 * What can be read of a model without its weights, until it is closed.
 *
 * @param end what closing it does
 */
public record ModelReading(Architecture architecture, Vocabulary vocabulary, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
        end.run();
    }
}
