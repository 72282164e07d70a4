package io.headstream.tracer.attribution;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The token that a target is best compared with where nobody names one: of the prompt's tokens up to the position that is explained, the one
 * with the highest logit that is not the target, no special token, and written as the target is (a leading space, a capital); where the
 * prompt has none, the most probable token that is not the target. A difference of two logits says what decides between two answers, and its
 * estimated effects are nearer to what ablation does than those of one logit (docs/attribution.md).
 */
public final class ProposedDistractor {
    private final IntFunction<String> text;
    private final IntPredicate special;

    /**
     * @param text of a token
     * @param special whether a token stands for no text
     */
    public ProposedDistractor(IntFunction<String> text, IntPredicate special) {
        this.text = text;
        this.special = special;
    }

    /**
     * @param tokens of the prompt
     * @param logits [vocabulary] at the position
     */
    public int of(int[] tokens, int position, int target, float[] logits) {
        String form = form(target);
        OptionalInt ofPrompt = highest(
                Arrays.stream(tokens, 0, position + 1)
                        .filter(token -> token != target && !special.test(token))
                        .filter(token -> form(token).equals(form)),
                logits);
        return ofPrompt.orElseGet(() -> highest(
                        IntStream.range(0, logits.length).filter(token -> token != target && !special.test(token)),
                        logits)
                .orElse(target == 0 ? 1 : 0));
    }

    private static OptionalInt highest(IntStream tokens, float[] logits) {
        return tokens.reduce((one, other) -> logits[other] > logits[one] ? other : one);
    }

    // a leading space, then what the first character is
    private String form(int token) {
        String written = text.apply(token);
        String bare = written.stripLeading();
        int first = bare.isEmpty() ? ' ' : bare.codePointAt(0);
        String letter = Character.isUpperCase(first) || Character.isTitleCase(first)
                ? "A"
                : Character.isLetter(first) ? "a" : Character.isDigit(first) ? "1" : ".";
        return (bare.length() < written.length() ? " " : "") + letter;
    }
}
