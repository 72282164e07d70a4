package io.headstream.tracer.trace;

import ai.djl.ndarray.NDArray;
import io.headstream.schema.TraceDetail;
import io.headstream.tracer.attribution.ProposedDistractor;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.intervene.Intervention;
import io.headstream.tracer.intervene.Planning;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Transformer;
import io.headstream.tracer.tokenizer.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What to trace.
 *
 * @param tokens ids
 * @param targetPosition the position whose prediction is explained; the last where absent
 * @param target the token explained; the pass's own prediction where absent
 * @param distractor where present, the metric is target's logit minus distractor's
 * @param compared whether a distractor is taken where none is given ({@link ProposedDistractor})
 * @param interventions what is changed in the pass
 */
public record TraceRequest(
        int[] tokens,
        OptionalInt targetPosition,
        OptionalInt target,
        OptionalInt distractor,
        boolean compared,
        TraceOptions options,
        List<Intervention> interventions) {

    /** Of the pass as it is. */
    public TraceRequest(
            int[] tokens,
            OptionalInt targetPosition,
            OptionalInt target,
            OptionalInt distractor,
            boolean compared,
            TraceOptions options) {
        this(tokens, targetPosition, target, distractor, compared, options, List.of());
    }

    /**
     * Whether a model can be asked this: its tokens, position, target and distractor, and its size. Everything that is traced is checked here, before
     * anything is computed.
     *
     * @throws TraceException naming what is wrong, and what is right
     */
    public void check(Architecture architecture, Vocabulary vocabulary) {
        vocabulary.requireEmbedded(tokens);
        Transformer.check(tokens, architecture);
        options.requireModest(architecture, tokens.length);
        if (position() < 0 || position() >= tokens.length) {
            throw new TraceException(
                    "position " + position() + " is outside the prompt; positions go from 0 to " + (tokens.length - 1));
        }
        target.ifPresent(token -> requireKnown("target", token, architecture));
        distractor.ifPresent(token -> requireKnown("distractor", token, architecture));
        target.ifPresent(token -> requireOther(token, vocabulary));
        Planning.check(interventions, architecture, tokens, position());
    }

    /** The position whose prediction is explained. */
    int position() {
        return targetPosition.orElse(tokens.length - 1);
    }

    /**
     * What is asked; what is not given is what the pass says.
     *
     * @param logits [pos, vocabulary]
     * @throws TraceException where target and distractor are one
     */
    Question question(NDArray logits, Vocabulary vocabulary) {
        int token = target.orElseGet(
                () -> Math.toIntExact(logits.get(position()).argMax().getLong()));
        requireOther(token, vocabulary);
        return new Question(
                position(), token, isProposed() ? OptionalInt.of(proposed(token, logits, vocabulary)) : distractor);
    }

    /** The distractor that is proposed for what is asked. */
    int proposed(Question question, NDArray logits, Vocabulary vocabulary) {
        return isProposed() ? question.distractor().orElseThrow() : proposed(question.target(), logits, vocabulary);
    }

    private boolean isProposed() {
        return compared && distractor.isEmpty();
    }

    private int proposed(int token, NDArray logits, Vocabulary vocabulary) {
        return new ProposedDistractor(vocabulary::text, vocabulary::isSpecial)
                .of(tokens, position(), token, logits.get(position()).toFloatArray());
    }

    private static void requireKnown(String role, int token, Architecture architecture) {
        if (token < 0 || token >= architecture.vocabulary()) {
            throw new TraceException("the " + role + "'s id " + token + " is outside the vocabulary; ids go from 0 to "
                    + (architecture.vocabulary() - 1));
        }
    }

    private void requireOther(int token, Vocabulary vocabulary) {
        if (distractor.equals(OptionalInt.of(token))) {
            throw new TraceException("target and distractor are the same token, \"" + vocabulary.spelling(token)
                    + "\", so their difference is always 0; choose another distractor");
        }
    }

    /** The prediction after the last token, with the default options. */
    public static TraceRequest of(int... tokens) {
        return new TraceRequest(
                tokens, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), false, TraceOptions.DEFAULT);
    }

    public TraceRequest withTarget(int token) {
        return new TraceRequest(
                tokens, targetPosition, OptionalInt.of(token), distractor, compared, options, interventions);
    }

    public TraceRequest withDistractor(int token) {
        return new TraceRequest(
                tokens, targetPosition, target, OptionalInt.of(token), compared, options, interventions);
    }

    /** The same of another question, where there is one. */
    public TraceRequest asking(Optional<Question> question) {
        return question.map(asked -> new TraceRequest(
                        tokens,
                        OptionalInt.of(asked.position()),
                        OptionalInt.of(asked.target()),
                        asked.distractor(),
                        false,
                        options,
                        interventions))
                .orElse(this);
    }

    /** With a distractor that is proposed, where none is given. */
    public TraceRequest withComparison() {
        return new TraceRequest(tokens, targetPosition, target, distractor, true, options, interventions);
    }

    public TraceRequest withOptions(TraceOptions other) {
        return new TraceRequest(tokens, targetPosition, target, distractor, compared, other, interventions);
    }

    /** With the pass changed. */
    public TraceRequest withInterventions(List<Intervention> changes) {
        return new TraceRequest(tokens, targetPosition, target, distractor, compared, options, List.copyOf(changes));
    }

    public TraceRequest withDetail(TraceDetail detail) {
        return withOptions(options.withDetail(detail));
    }
}
