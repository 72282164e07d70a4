package io.headstream.api.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prompts as letters, a token each; an alignment is written as its pairs, with a dash where one side has nothing. */
class AlignmentTest {

    @ParameterizedTest
    @CsvSource({
        "abc, abc, 'aa bb cc', 0",
        "abc, axc, 'aa bx cc', 1",
        "abc, ac, 'aa b- cc', 1",
        "ac, abc, 'aa -b cc', 1",
        "abc, abcd, 'aa bb cc -d', 1", // the last tokens are no counterparts, though targets
        "abcd, xbcd, 'ax bb cc dd', 1",
        "kitten, sitting, 'ks ii tt tt ei nn -g', 3", // Levenshtein's distance of the textbooks
        "aab, ab, 'a- aa bb', 1", // gaps come early, as predictions are at the end
        "abcb, b, 'a- b- c- bb', 3",
        "ab, cd, 'ac bd', 2"
    })
    void two_prompts_are_aligned_with_the_fewest_edits(String left, String right, String pairs, int distance) {
        Alignment alignment = align(left, right);
        assertThat(text(alignment, left, right)).isEqualTo(pairs);
        assertThat(alignment.distance(ids(left), ids(right))).isEqualTo(distance);
    }

    @Test
    void target_positions_are_paired_where_that_costs_nothing() {
        // c could be left out before or after; that the targets, both at b, are paired decides
        assertThat(text(Alignment.of(ids("abb"), 1, ids("ab"), 1), "abb", "ab")).isEqualTo("aa bb b-");
        assertThat(text(Alignment.of(ids("abb"), 2, ids("ab"), 1), "abb", "ab")).isEqualTo("aa b- bb");
        // here it would cost an edit more
        assertThat(text(Alignment.of(ids("abc"), 0, ids("abc"), 2), "abc", "abc"))
                .isEqualTo("aa bb cc");
    }

    @Test
    void a_prompt_of_one_token_and_one_of_many() {
        assertThat(align("a", "a").pairs()).containsExactly(new Alignment.Pair(0, 0));
        assertThat(text(align("a", "bca"), "a", "bca")).isEqualTo("-b -c aa");
    }

    @RepeatedTest(50)
    void sides_can_be_swapped_and_a_prompt_equals_itself(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String left = letters(random);
        String right = letters(random);
        Alignment alignment = align(left, right);

        assertThat(align(right, left).pairs())
                .isEqualTo(
                        alignment.pairs().stream().map(Alignment.Pair::mirrored).toList());
        assertThat(align(left, left).distance(ids(left), ids(left))).isZero();
        assertThat(alignment.distance(ids(left), ids(right))).isEqualTo(levenshtein(left, right));
        assertThat(places(alignment, Alignment.Pair::left))
                .isEqualTo(IntStream.range(0, left.length()).boxed().toList());
        assertThat(places(alignment, Alignment.Pair::right))
                .isEqualTo(IntStream.range(0, right.length()).boxed().toList());
        assertThat(alignment.pairOf(true)).hasSize(left.length());
    }

    // the definition itself, by recursion
    private static int levenshtein(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.length() + right.length();
        }
        String shorter = left.substring(1);
        String other = right.substring(1);
        return left.charAt(0) == right.charAt(0)
                ? levenshtein(shorter, other)
                : 1
                        + Math.min(
                                levenshtein(shorter, other),
                                Math.min(levenshtein(shorter, right), levenshtein(left, other)));
    }

    private static List<Integer> places(Alignment alignment, java.util.function.ToIntFunction<Alignment.Pair> side) {
        return alignment.pairs().stream()
                .mapToInt(side)
                .filter(place -> place != Alignment.NONE)
                .boxed()
                .toList();
    }

    private static String letters(Random random) {
        return random.ints(1 + random.nextInt(7), 'a', 'd')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static Alignment align(String left, String right) {
        return Alignment.of(ids(left), left.length() - 1, ids(right), right.length() - 1);
    }

    private static int[] ids(String letters) {
        return letters.chars().toArray();
    }

    private static String text(Alignment alignment, String left, String right) {
        return alignment.pairs().stream()
                .map(pair -> letter(left, pair.left()) + letter(right, pair.right()))
                .collect(Collectors.joining(" "));
    }

    private static String letter(String letters, int at) {
        return at == Alignment.NONE ? "-" : letters.substring(at, at + 1);
    }
}
