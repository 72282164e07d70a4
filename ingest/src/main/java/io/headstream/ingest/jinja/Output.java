package io.headstream.ingest.jinja;

import io.headstream.ingest.jinja.value.Bounds;

/** A text that grows, as far as it may. */
final class Output {
    private final Bounds bounds;
    private final StringBuilder text = new StringBuilder();

    Output(Bounds bounds) {
        this.bounds = bounds;
    }

    void write(String more) {
        bounds.work(more.length());
        if (text.length() + more.length() > Bounds.MOST_SIZE) {
            bounds.size((long) text.length() + more.length());
        }
        text.append(more);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
