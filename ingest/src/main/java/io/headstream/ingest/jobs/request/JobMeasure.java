package io.headstream.ingest.jobs.request;

import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.sweep.Swept;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is measured of a trace in the same job: each set to zero in turn, at all positions. */
public enum JobMeasure {
    NONE,
    MLPS(Swept.MLPS),
    HEADS(Swept.HEADS),
    ALL(Swept.HEADS, Swept.MLPS);

    private final List<Swept> swept;

    JobMeasure(Swept... swept) {
        this.swept = List.of(swept);
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sweeps that it takes. */
    public List<SweepAsked> sweeps() {
        return swept.stream()
                .map(of -> new SweepAsked(of.label(), null, null, null, null, null, null))
                .toList();
    }

    /** @throws TraceException where the word is not known */
    public static JobMeasure named(@Nullable String word) {
        return word == null
                ? NONE
                : Arrays.stream(values())
                        .filter(each -> each.label().equals(word))
                        .findFirst()
                        .orElseThrow(() -> new TraceException(
                                "measure '" + word + "' is not known; it is one of none, mlps, heads, all"));
    }
}
