package io.headstream.ingest.jobs.request;

import io.headstream.tracer.error.TraceException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is explained, as it is asked for. */
public enum JobMetric {
    /** The target's logit. */
    LOGIT,
    /** The target's logit minus a distractor's, which is proposed where none is given. */
    DIFFERENCE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a job asks for; without a word for it a difference where it names a distractor.
     *
     * @throws TraceException where the word is not known, or contradicts the distractor
     */
    public static JobMetric of(JobRequest job) {
        boolean compared = job.distractor() != null || job.distractorTokens() != null;
        JobMetric usual = compared ? DIFFERENCE : LOGIT;
        JobMetric asked = named(job.metric(), usual);
        if (asked == LOGIT && compared) {
            throw new TraceException(
                    "metric logit is that of the target alone, and a distractor is given; leave out one of the two");
        }
        return asked;
    }

    private static JobMetric named(@Nullable String word, JobMetric usual) {
        return word == null
                ? usual
                : Arrays.stream(values())
                        .filter(each -> each.label().equals(word))
                        .findFirst()
                        .orElseThrow(() -> new TraceException(
                                "metric '" + word + "' is not known; it is one of logit, difference"));
    }
}
