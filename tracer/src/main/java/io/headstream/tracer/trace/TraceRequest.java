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
import java.util.stream.IntStream;

/**
 * What to trace.
 *
 * @param tokens ids; of an answer of several tokens, the prompt's and the answer's but the last
 * @param targetPosition the position whose prediction is explained, of an answer of several tokens the first's; where absent, as they stand at the end
 * @param targets the token explained, or the answer's tokens; empty for the pass's own prediction
 * @param distractors empty, or as many tokens: then the metric is targets' logits minus distractors'
 * @param compared whether a distractor is taken where none is given ({@link ProposedDistractor}); none is for an answer of several tokens
 * @param interventions what is changed in the pass
 */
public record TraceRequest(
        int[] tokens,
        OptionalInt targetPosition,
        List<Integer> targets,
        List<Integer> distractors,
        boolean compared,
        TraceOptions options,
        List<Intervention> interventions) {

    public TraceRequest {
        targets = List.copyOf(targets);
        distractors = List.copyOf(distractors);
        interventions = List.copyOf(interventions);
    }

    /** Of one token, and the pass as it is. */
    public TraceRequest(
            int[] tokens,
            OptionalInt targetPosition,
            OptionalInt target,
            OptionalInt distractor,
            boolean compared,
            TraceOptions options) {
        this(tokens, targetPosition, listed(target), listed(distractor), compared, options, List.of());
    }

    /** With an answer of several tokens after a prompt: what is run is the prompt and the answer but its last token. */
    public static int[] withAnswer(int[] prompt, List<Integer> answer) {
        return IntStream.concat(
                        IntStream.of(prompt),
                        answer.stream().limit(Math.max(0, answer.size() - 1)).mapToInt(Integer::intValue))
                .toArray();
    }

    private static List<Integer> listed(OptionalInt token) {
        return token.stream().boxed().toList();
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
        targets.forEach(token -> requireKnown("target", token, architecture));
        distractors.forEach(token -> requireKnown("distractor", token, architecture));
        if (targets.size() > 1) {
            requireAnswer();
        }
        if (!distractors.isEmpty() && distractors.size() != Math.max(1, targets.size())) {
            throw new TraceException("the target has " + count(Math.max(1, targets.size())) + " and the distractor "
                    + distractors.size() + "; they are compared token by token, so give a distractor of as many,"
                    + " or none: an answer of several tokens is explained by its log probability then");
        }
        requireOther(targets, vocabulary);
        Planning.check(interventions, architecture, tokens, position());
    }

    // where it stands in the tokens that are run
    private void requireAnswer() {
        boolean there = position() + targets.size() == tokens.length
                && IntStream.range(1, targets.size()).allMatch(i -> tokens[position() + i] == targets.get(i - 1));
        if (!there) {
            throw new TraceException(
                    "an answer of " + count(targets.size())
                            + " stands after the prompt; leave out position, or give a prompt that ends where the answer begins");
        }
    }

    private static String count(int tokens) {
        return tokens + (tokens == 1 ? " token" : " tokens");
    }

    /** The position whose prediction is explained; of an answer of several tokens, the first's. */
    public int position() {
        return targetPosition.orElse(tokens.length - Math.max(1, targets.size()));
    }

    /**
     * What is asked; what is not given is what the pass says.
     *
     * @param logits [pos, vocabulary]
     * @throws TraceException where target and distractor are one
     */
    Question question(NDArray logits, Vocabulary vocabulary) {
        List<Integer> asked = targets.isEmpty()
                ? List.of(Math.toIntExact(logits.get(position()).argMax().getLong()))
                : targets;
        requireOther(asked, vocabulary);
        return new Question(
                position(), asked, isProposed() ? List.of(proposed(asked.get(0), logits, vocabulary)) : distractors);
    }

    /** The distractor that is proposed for what is asked; none for an answer of several tokens. */
    OptionalInt proposed(Question question, NDArray logits, Vocabulary vocabulary) {
        if (question.isSequence()) {
            return OptionalInt.empty();
        }
        return isProposed() ? question.distractor() : OptionalInt.of(proposed(question.target(), logits, vocabulary));
    }

    private boolean isProposed() {
        return compared && distractors.isEmpty() && targets.size() < 2;
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

    private void requireOther(List<Integer> asked, Vocabulary vocabulary) {
        if (!asked.isEmpty() && distractors.equals(asked)) {
            throw new TraceException("target and distractor are the same "
                    + (asked.size() == 1 ? "token, \"" + vocabulary.spelling(asked.get(0)) + "\"" : "tokens, " + asked)
                    + ", so their difference is always 0; choose another distractor");
        }
    }

    /** The prediction after the last token, with the default options. */
    public static TraceRequest of(int... tokens) {
        return new TraceRequest(
                tokens, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), false, TraceOptions.DEFAULT);
    }

    public TraceRequest withTarget(int token) {
        return new TraceRequest(tokens, targetPosition, List.of(token), distractors, compared, options, interventions);
    }

    public TraceRequest withDistractor(int token) {
        return new TraceRequest(tokens, targetPosition, targets, List.of(token), compared, options, interventions);
    }

    /** Explaining an answer that follows its tokens, compared token by token with another where one is given. */
    public TraceRequest withAnswer(List<Integer> answer, List<Integer> distractor) {
        return new TraceRequest(
                withAnswer(tokens, answer), targetPosition, answer, distractor, compared, options, interventions);
    }

    /** The same of another question, where there is one. */
    public TraceRequest asking(Optional<Question> question) {
        return question.map(asked -> new TraceRequest(
                        tokens,
                        OptionalInt.of(asked.position()),
                        asked.targets(),
                        asked.distractors(),
                        false,
                        options,
                        interventions))
                .orElse(this);
    }

    /** With a distractor that is proposed, where none is given. */
    public TraceRequest withComparison() {
        return new TraceRequest(tokens, targetPosition, targets, distractors, true, options, interventions);
    }

    public TraceRequest withOptions(TraceOptions other) {
        return new TraceRequest(tokens, targetPosition, targets, distractors, compared, other, interventions);
    }

    /** With the pass changed. */
    public TraceRequest withInterventions(List<Intervention> changes) {
        return new TraceRequest(tokens, targetPosition, targets, distractors, compared, options, changes);
    }

    public TraceRequest withDetail(TraceDetail detail) {
        return withOptions(options.withDetail(detail));
    }
}
