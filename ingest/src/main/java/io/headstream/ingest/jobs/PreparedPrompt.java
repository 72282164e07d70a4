package io.headstream.ingest.jobs;

import io.headstream.ingest.changes.InterventionReading;
import io.headstream.ingest.changes.KeptInterventions;
import io.headstream.ingest.jobs.request.InterventionAsked;
import io.headstream.ingest.jobs.request.JobRequest;
import io.headstream.ingest.jobs.request.SweepAsked;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.sweep.SweepRequest;
import io.headstream.tracer.tokenizer.Bos;
import io.headstream.tracer.tokenizer.Vocabulary;
import io.headstream.tracer.trace.TraceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One prompt of a job, checked and in token ids, and what is done with it.
 *
 * @param notes remarks for people
 * @param interventions as a trace keeps them; empty where the pass is left as it is
 * @param sweep absent where none is asked for
 */
record PreparedPrompt(
        String text,
        TraceRequest request,
        Optional<String> target,
        Optional<String> distractor,
        List<String> notes,
        Role role,
        String interventions,
        Optional<PreparedSweep> sweep) {

    /** What a step does with it. */
    enum Role {
        /** Traces it. */
        TRACE,
        /** Traces it, unless it is there already: what follows is compared with it. */
        BASELINE,
        /** Sweeps it. */
        SWEEP,
        /** Traces it changed. */
        CHANGED
    }

    /** @param put what is put in the place of each, in words */
    record PreparedSweep(SweepRequest request, String put) {}

    PreparedPrompt as(Role other) {
        return new PreparedPrompt(text, request, target, distractor, notes, other, interventions, sweep);
    }

    PreparedPrompt swept(PreparedSweep other) {
        return new PreparedPrompt(
                text, request, target, distractor, notes, Role.SWEEP, interventions, Optional.of(other));
    }

    PreparedPrompt changed(TraceRequest other, String kept) {
        return new PreparedPrompt(text, other, target, distractor, notes, Role.CHANGED, kept, sweep);
    }

    /**
     * What is done with a prompt, step by step: its trace alone, or before a sweep and a changed pass the one that they are compared with.
     *
     * @throws TraceException naming what is wrong, and what is right
     */
    List<PreparedPrompt> steps(JobRequest job, Architecture architecture, Vocabulary vocabulary) {
        List<InterventionAsked> interventionsAsked = Objects.requireNonNullElse(job.interventions(), List.of());
        SweepAsked sweepAsked = job.sweep();
        if (interventionsAsked.isEmpty() && sweepAsked == null) {
            return List.of(this);
        }
        InterventionReading reading = new InterventionReading(vocabulary, Bos.named(job.bos()));
        List<PreparedPrompt> steps = new ArrayList<>(List.of(as(Role.BASELINE)));
        if (sweepAsked != null) {
            int position = request.targetPosition().orElse(request.tokens().length - 1);
            SweepRequest swept =
                    reading.sweep(sweepAsked, request.tokens(), new Question(position, 0, OptionalInt.empty()));
            swept.check(architecture);
            String put = Optional.ofNullable(sweepAsked.from())
                    .map(InterventionReading::words)
                    .orElse("");
            steps.add(swept(new PreparedSweep(swept, put)));
        }
        if (!interventionsAsked.isEmpty()) {
            TraceRequest changed = request.withInterventions(reading.all(interventionsAsked));
            changed.check(architecture, vocabulary);
            steps.add(changed(changed, KeptInterventions.text(interventionsAsked, reading)));
        }
        return steps;
    }
}
