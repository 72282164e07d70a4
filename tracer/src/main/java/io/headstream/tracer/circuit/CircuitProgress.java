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

    /** One that can say its last report again. */
    static Repeating repeating(CircuitProgress progress) {
        return new Repeating(progress);
    }

    /** Passes on what is reported, and says it again when asked to. */
    final class Repeating implements CircuitProgress, Runnable {
        private final CircuitProgress progress;
        private Runnable last = () -> {};

        private Repeating(CircuitProgress progress) {
            this.progress = progress;
        }

        @Override
        public void report(Stage stage, int done, int of) {
            last = () -> progress.report(stage, done, of);
            run();
        }

        @Override
        public void run() {
            last.run();
        }
    }
}
