package io.headstream.tracer.trace;

/** Told how far a trace is, between its steps. To cancel, throw {@link java.util.concurrent.CancellationException}. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (stage, done, total) -> {};

    /**
     * @param done steps of the stage that are done, of `total`
     */
    void report(Stage stage, int done, int total);

    /** The steps of a trace, in order. */
    enum Stage {
        FORWARD_PASS("forward pass"),
        DECOMPOSITION("decomposition"),
        PROJECTION("projection");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
