package io.headstream.ingest.changes;

import io.headstream.cypher.Statements;
import io.headstream.ingest.circuits.CircuitReading;
import io.headstream.ingest.circuits.SavedCircuits;
import io.headstream.tracer.attribution.Outcome;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.circuit.Ablation;
import io.headstream.tracer.circuit.CircuitPrompt;
import io.headstream.tracer.circuit.CutEdge;
import io.headstream.tracer.circuit.CutEdges;
import io.headstream.tracer.circuit.Nodes;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.intervene.Kind;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.sweep.Sweep;
import io.headstream.tracer.trace.TraceRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A sweep of a circuit's edges, each cut in turn.
 *
 * @param circuit its name or id
 * @param asked what goes along a cut edge; as in the circuit where nothing is said
 * @param other the corrupted prompt's tokens; empty where it is made of the prompt, its target in the place of the distractor's last mention
 * @param meanOf tokens of the prompts whose mean output goes along
 * @param put what is put in the place of each, in words
 */
public record EdgeSweep(
        String circuit, int[] tokens, Optional<Ablation> asked, int[] other, List<int[]> meanOf, String put)
        implements PreparedSweep {
    /** What it goes through, in the word of the request and of :Sweep. */
    public static final String OF = "edges";

    /** What a kind of change is of an edge. */
    static Ablation ablation(Kind kind) {
        return switch (kind) {
            case ZERO -> Ablation.ZERO;
            case MEAN -> Ablation.MEAN;
            case PATCH, RESAMPLE -> Ablation.CORRUPTED;
            default ->
                throw new TraceException("edges are cut by zero, mean, patch or resample, not by " + kind.label());
        };
    }

    private static Kind kind(Ablation ablation) {
        return switch (ablation) {
            case ZERO -> Kind.ZERO;
            case MEAN -> Kind.MEAN;
            case CORRUPTED -> Kind.PATCH;
        };
    }

    /**
     * Whether a prompt can be asked this, as far as is known before its pass.
     *
     * @throws TraceException naming what is wrong, and what is right
     */
    public void check(SavedCircuits.Saved saved, TraceRequest request) {
        boolean proposed = request.compared() && request.distractors().isEmpty();
        if (taken(saved) != Ablation.CORRUPTED || other.length > 0 || !proposed) {
            prompt(
                    saved,
                    new Question(
                            request.position(),
                            request.targets().isEmpty() ? List.of(0) : request.targets(),
                            request.distractors()));
        }
    }

    private Ablation taken(SavedCircuits.Saved saved) {
        return asked.orElse(saved.ablation());
    }

    private CircuitPrompt prompt(SavedCircuits.Saved saved, Question question) {
        if (taken(saved) == Ablation.MEAN && meanOf.isEmpty()) {
            throw new TraceException(
                    "edges of circuit '" + saved.name()
                            + "' are cut by a mean output: give from.prompts, the prompts that it is the mean of, or kind zero");
        }
        return new CircuitPrompt(
                tokens, question, taken(saved) == Ablation.CORRUPTED ? corrupted(saved, question) : tokens);
    }

    private int[] corrupted(SavedCircuits.Saved saved, Question question) {
        if (other.length > 0) {
            if (other.length != tokens.length) {
                throw new TraceException("the prompt has " + tokens.length + " tokens and from.prompt " + other.length
                        + "; give one that is as long, or kind zero");
            }
            return other;
        }
        int[] corrupted = CircuitReading.corrupted(tokens, question);
        if (corrupted.length == 0) {
            throw new TraceException("edges of circuit '" + saved.name()
                    + "' are cut by a corrupted prompt, and this one has no distractor in it that the target could replace;"
                    + " give from.prompt, one of as many tokens, or kind zero");
        }
        return corrupted;
    }

    @Override
    public Measuring of(LoadedModel model, Question question, SavedCircuits circuits) {
        SavedCircuits.Saved saved = circuits.find(circuit, model.fingerprint().id());
        CircuitPrompt prompt = prompt(saved, question);
        CutEdges cut = new CutEdges(
                model.transformer(),
                circuits.edges(saved, new Nodes(model.transformer().architecture())),
                prompt,
                taken(saved),
                meanOf.stream()
                        .map(each -> new CircuitPrompt(each, question, each))
                        .toList());
        String words = taken(saved) == Ablation.CORRUPTED && put.isEmpty()
                ? model.vocabulary().text(prompt.corrupted())
                : put;
        return new OfTrace(saved, cut, words);
    }

    private final class OfTrace implements Measuring {
        private final SavedCircuits.Saved saved;
        private final CutEdges cut;
        private final String words;

        OfTrace(SavedCircuits.Saved saved, CutEdges cut, String words) {
            this.saved = saved;
            this.cut = cut;
            this.words = words;
        }

        @Override
        public Map<String, Object> properties() {
            Map<String, Object> p = new HashMap<>(Map.of(
                    "of", OF, "circuit", saved.id(), "kind", kind(taken(saved)).label(), "positions", "all"));
            if (!words.isEmpty()) {
                p.put("put", words);
            }
            return p;
        }

        @Override
        public String statement() {
            return Statements.write("sweep/edges");
        }

        @Override
        public boolean ofNeurons() {
            return false;
        }

        @Override
        public void run(Consumer<Outcome> baseline, Consumer<Map<String, Object>> row, Sweep.Progress progress) {
            cut.run(baseline, each -> row.accept(row(each)), progress);
        }
    }

    private static Map<String, Object> row(CutEdge each) {
        Map<String, Object> row = new HashMap<>(PreparedSweep.row(each.after(), each.change()));
        row.put("from", each.writer());
        row.put("to", each.reader());
        return row;
    }
}
