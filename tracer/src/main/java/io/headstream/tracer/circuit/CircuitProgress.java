package io.headstream.tracer.circuit;

/** Told how far a search is; may throw to end it. */
@FunctionalInterface
public interface CircuitProgress {
    CircuitProgress NONE = (stage, done, of) -> {};

    /** What is being done, in order. */
    enum Stage {
        SCORES("scoring edges"),
        SIZE("looking for the size"),
        REMOVAL("taking edges out"),
        JUDGEMENT("judging the circuit");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    void report(Stage stage, int done, int of);
}
