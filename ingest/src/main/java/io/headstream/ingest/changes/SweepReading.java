package io.headstream.ingest.changes;

import io.headstream.ingest.jobs.request.SweepAsked;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.circuit.Ablation;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.intervene.Kind;
import io.headstream.tracer.intervene.Vector;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.sweep.SweepRequest;
import io.headstream.tracer.sweep.Swept;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Sweeps as they are asked for, in the tracer's terms. */
public final class SweepReading {
    private static final int NEURONS = 100;

    private final InterventionReading reading;
    private final Architecture architecture;

    public SweepReading(InterventionReading reading, Architecture architecture) {
        this.reading = reading;
        this.architecture = architecture;
    }

    /**
     * A sweep of a prompt.
     *
     * @param tokens of the prompt
     * @param position whose prediction is measured
     * @throws TraceException naming what is wrong, and what is right
     */
    public PreparedSweep read(SweepAsked asked, int[] tokens, int position) {
        if (asked.of() == null) {
            throw new TraceException("the sweep needs to be of something: heads, mlps, resid_pre, neurons or edges");
        }
        if (asked.of().equals(EdgeSweep.OF)) {
            return edges(asked, tokens);
        }
        if (asked.circuit() != null) {
            throw new TraceException("a circuit is for sweeps of edges; this one is of " + asked.of());
        }
        Kind kind = Kind.labelled(Objects.requireNonNullElse(asked.kind(), Kind.ZERO.label()));
        SweepRequest request = new SweepRequest(
                tokens,
                new Question(position, 0, OptionalInt.empty()),
                Swept.labelled(asked.of()),
                kind,
                reading.vector(kind, asked.from()),
                InterventionReading.positions(asked.positions(), asked.target()),
                Objects.requireNonNullElse(asked.neurons(), NEURONS));
        request.check(architecture);
        return new ComponentSweep(request, InterventionReading.words(asked.from()));
    }

    private EdgeSweep edges(SweepAsked asked, int[] tokens) {
        if (asked.circuit() == null) {
            throw new TraceException("a sweep of edges needs a circuit, by its name: whose edges");
        }
        if (asked.positions() != null || asked.target() != null || asked.neurons() != null) {
            throw new TraceException("edges are cut at all positions; leave out positions, target and neurons");
        }
        Optional<Ablation> ablation =
                Optional.ofNullable(asked.kind()).map(Kind::labelled).map(EdgeSweep::ablation);
        Vector from = asked.from() == null ? Vector.NONE : reading.vector(Kind.PATCH, asked.from());
        int[] other = {};
        List<int[]> meanOf = List.of();
        Optional<Ablation> fits = Optional.empty();
        if (from instanceof Vector.OfPrompt prompt) {
            fits = Optional.of(Ablation.CORRUPTED);
            other = array(prompt.tokens());
        } else if (from instanceof Vector.MeanOf prompts) {
            fits = Optional.of(Ablation.MEAN);
            meanOf = prompts.prompts().stream().map(SweepReading::array).toList();
        } else if (from != Vector.NONE) {
            throw new TraceException("a sweep of edges takes from.prompt, or from.prompts");
        }
        if (ablation.isPresent() && fits.isPresent() && !ablation.equals(fits)) {
            throw new TraceException(
                    "from.prompt is for kind patch and from.prompts for kind mean; this is " + asked.kind());
        }
        return new EdgeSweep(
                asked.circuit(),
                tokens,
                fits.or(() -> ablation),
                other,
                meanOf,
                InterventionReading.words(asked.from()));
    }

    private static int[] array(List<Integer> ids) {
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }
}
