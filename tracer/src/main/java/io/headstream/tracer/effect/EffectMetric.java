package io.headstream.tracer.effect;

import ai.djl.ndarray.NDArray;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.error.TraceException;
import java.util.Arrays;
import java.util.Locale;

/** What an effect is an effect on. */
public enum EffectMetric {
    /** The target's logit; with a distractor, its logit minus the distractor's. */
    LOGIT {
        @Override
        NDArray of(NDArray logits, Question question) {
            NDArray target = logits.get(question.target());
            return question.distractor().isPresent()
                    ? target.sub(logits.get(question.distractor().getAsInt()))
                    : target;
        }
    },
    /** The target's probability; with a distractor, its probability minus the distractor's. */
    PROBABILITY {
        @Override
        NDArray of(NDArray logits, Question question) {
            return LOGIT.of(logits.softmax(0), question);
        }
    },
    /** No effects are estimated. */
    NONE {
        @Override
        NDArray of(NDArray logits, Question question) {
            throw new IllegalStateException("there is no metric");
        }
    };

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws TraceException listing those that are known */
    public static EffectMetric named(String label) {
        return Arrays.stream(values())
                .filter(m -> m.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new TraceException(
                        "effects '" + label + "' are not known; they are one of logit, probability, none"));
    }

    /** The metric of one position's logits [vocabulary], a scalar. */
    abstract NDArray of(NDArray logits, Question question);
}
