package io.headstream.ingest.jobs.prepare;

import io.headstream.ingest.changes.InterventionReading;
import io.headstream.ingest.changes.KeptInterventions;
import io.headstream.ingest.changes.PreparedSweep;
import io.headstream.ingest.changes.SweepReading;
import io.headstream.ingest.jobs.request.GenerateAsked;
import io.headstream.ingest.jobs.request.InterventionAsked;
import io.headstream.ingest.jobs.request.JobMeasure;
import io.headstream.ingest.jobs.request.JobRequest;
import io.headstream.ingest.jobs.request.SweepAsked;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.tokenizer.Bos;
import io.headstream.tracer.tokenizer.Vocabulary;
import io.headstream.tracer.trace.TraceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One prompt of a job, checked and in token ids, and what is done with it.
 *
 * @param notes remarks for people
 * @param interventions as a trace keeps them; empty where the pass is left as it is
 * @param sweep absent where none is asked for
 * @param step absent but for what is generated after the prompt
 */
public record PreparedPrompt(
        String text,
        TraceRequest request,
        Optional<String> target,
        Optional<String> distractor,
        List<String> notes,
        Role role,
        String interventions,
        Optional<PreparedSweep> sweep,
        Optional<GenerationSteps.Step> step) {

    /** What a step does with it. */
    public enum Role {
        /** Traces it. */
        TRACE,
        /** Traces it, unless it is there already: what follows is compared with it. */
        BASELINE,
        /** Sweeps it. */
        SWEEP,
        /** Traces it changed. */
        CHANGED
    }

    PreparedPrompt as(Role other) {
        return new PreparedPrompt(text, request, target, distractor, notes, other, interventions, sweep, step);
    }

    PreparedPrompt swept(PreparedSweep other) {
        return new PreparedPrompt(
                text, request, target, distractor, notes, Role.SWEEP, interventions, Optional.of(other), step);
    }

    PreparedPrompt changed(TraceRequest other, String kept) {
        return new PreparedPrompt(text, other, target, distractor, notes, Role.CHANGED, kept, sweep, step);
    }

    private PreparedPrompt stepped(GenerationSteps.Step other) {
        return new PreparedPrompt(
                text, request, target, distractor, notes, role, interventions, sweep, Optional.of(other));
    }

    /** As it came out. */
    public PreparedPrompt made(GenerationSteps.Made made) {
        List<String> all = new ArrayList<>(notes);
        all.add("step " + made.number() + " of a generation of " + made.tokens().size() + ", " + made.sampling());
        return new PreparedPrompt(
                made.before(), made.request(), target, distractor, all, role, interventions, sweep, step);
    }

    /**
     * What is done with a prompt, step by step: its trace alone, or before a sweep and a changed pass the one that they are compared with.
     *
     * @param number which of the job's prompts, from 0
     * @throws TraceException naming what is wrong, and what is right
     */
    List<PreparedPrompt> steps(JobRequest job, int number, Architecture architecture, Vocabulary vocabulary) {
        List<InterventionAsked> interventionsAsked = Objects.requireNonNullElse(job.interventions(), List.of());
        List<SweepAsked> sweeps =
                new ArrayList<>(JobMeasure.named(job.measure()).sweeps());
        Optional.ofNullable(job.sweep()).ifPresent(sweeps::add);
        GenerateAsked generate = job.generate();
        if (generate != null) {
            if (!sweeps.isEmpty()) {
                throw new TraceException(
                        "sweep and measure are of one pass; leave out generate, or ask it of a step's prompt by itself");
            }
            return generated(job, generate, number, interventionsAsked, architecture, vocabulary);
        }
        if (interventionsAsked.isEmpty() && sweeps.isEmpty()) {
            return List.of(this);
        }
        InterventionReading reading = new InterventionReading(vocabulary, Bos.named(job.bos()));
        boolean measured = interventionsAsked.isEmpty() && job.sweep() == null; // a trace of its own
        List<PreparedPrompt> steps = new ArrayList<>(List.of(measured ? this : as(Role.BASELINE)));
        for (SweepAsked sweepAsked : sweeps) {
            steps.add(swept(
                    new SweepReading(reading, architecture).read(sweepAsked, request.tokens(), request.position())));
        }
        if (!interventionsAsked.isEmpty()) {
            TraceRequest changed = request.withInterventions(reading.all(interventionsAsked));
            changed.check(architecture, vocabulary);
            steps.add(changed(changed, KeptInterventions.text(interventionsAsked, reading)));
        }
        return steps;
    }

    // what is changed is changed in every step
    private List<PreparedPrompt> generated(
            JobRequest job,
            GenerateAsked generate,
            int number,
            List<InterventionAsked> asked,
            Architecture architecture,
            Vocabulary vocabulary) {
        InterventionReading reading = new InterventionReading(vocabulary, Bos.named(job.bos()));
        TraceRequest changed = request.withInterventions(reading.all(asked));
        List<GenerationSteps.Step> traced =
                GenerationSteps.of(generate, number, request, changed.interventions(), architecture);
        if (asked.isEmpty()) {
            return traced.stream().map(this::stepped).toList();
        }
        String kept = KeptInterventions.text(asked, reading);
        return traced.stream()
                .map(this::stepped)
                .flatMap(each -> Stream.of(each.as(Role.BASELINE), each.changed(changed, kept)))
                .toList();
    }
}
