package io.headstream.tracer.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProposedDistractorTest {
    private static final List<String> TEXTS =
            List.of("<s>", " Mary", " John", " gave", ".", " Zoe", "John", ",", " 7", "<pad>");
    private static final float[] LOGITS = {50, 9, 7, 8, 3, 8.5f, 10, 2, 1, 60};

    private static String of(int position, int target, int... tokens) {
        return TEXTS.get(new ProposedDistractor(TEXTS::get, token -> token == 0 || token == 9)
                .of(tokens, position, target, LOGITS));
    }

    @Test
    void theOtherNameOfThePrompt() {
        assertThat(of(4, 1, 0, 1, 2, 3, 3))
                .as("' gave' has the higher logit and no capital, '<s>' is special")
                .isEqualTo(" John");
    }

    @Test
    void theOneWithTheHighestLogit() {
        assertThat(of(3, 1, 2, 5, 2, 1)).isEqualTo(" Zoe");
    }

    @Test
    void aLeadingSpaceCounts() {
        assertThat(of(2, 1, 6, 2, 1)).as("'John' has none").isEqualTo(" John");
    }

    @Test
    void whatStandsBehindThePositionHasNotBeenReadThere() {
        assertThat(of(1, 1, 2, 3, 5)).isEqualTo(" John");
    }

    @Test
    void signsAreComparedWithSignsAndDigitsWithDigits() {
        assertThat(of(2, 4, 7, 3, 1)).isEqualTo(",");
        assertThat(of(2, 8, 3, 1, 7)).as("no other digit: the runner-up").isEqualTo("John");
    }

    @Test
    void theRunnerUpWhereThePromptHasNone() {
        assertThat(of(1, 6, 3, 4))
                .as("the largest logit but for special tokens' and the target's")
                .isEqualTo(" Mary");
    }
}
