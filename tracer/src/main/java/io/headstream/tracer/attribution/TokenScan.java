package io.headstream.tracer.attribution;

import ai.djl.ndarray.NDArray;
import io.headstream.tracer.attribution.VocabularyProjection.Reading;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is wanted of many columns of logits, in one walk over each slice of the vocabulary: the engine's own operations would each go through
 * memory. Of equal logits the token with the smaller id comes first, so slices come in order.
 */
final class TokenScan {
    private static final int PARTS = 4; // of the columns, read side by side
    private static final int BLOCK = 32; // tokens

    private final int width;
    private final int[] above;
    private final Extremes top;
    private final Extremes bottom;
    private float[] ofTarget = new float[0];
    private int vocabulary;

    TokenScan(int width, int top, int bottom) {
        this.width = width;
        this.above = new int[width];
        this.top = new Extremes(width, top, 1);
        this.bottom = new Extremes(width, bottom, -1);
    }

    /** The target's logit in every column; before anything is read. */
    void target(float[] logits) {
        ofTarget = logits;
    }

    /** Reads a slice [token, column] whose first token is `firstToken`. */
    void read(NDArray logits, int firstToken) {
        int tokens = (int) logits.getShape().get(0);
        FloatBuffer values =
                logits.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
        int parts = Math.min(PARTS, width);
        IntStream.range(0, parts)
                .parallel()
                .forEach(part ->
                        read(values.duplicate(), firstToken, tokens, width * part / parts, width * (part + 1) / parts));
        vocabulary = firstToken + tokens;
    }

    /**
     * Blocks of tokens: their largest and smallest logits are found by loops without a branch, and only the few columns where one of them belongs
     * to the extremes are gone through token by token.
     */
    private void read(FloatBuffer values, int firstToken, int tokens, int from, int to) {
        int columns = to - from;
        float[] block = new float[BLOCK * columns];
        float[] largest = new float[columns];
        float[] smallest = new float[columns];
        float[] least = Arrays.copyOfRange(top.least(), from, to);
        float[] most = Arrays.copyOfRange(bottom.least(), from, to);
        float[] compared = Arrays.copyOfRange(ofTarget, from, to);
        int[] larger = new int[columns];
        for (int first = 0; first < tokens; first += BLOCK) {
            int rows = Math.min(BLOCK, tokens - first);
            Arrays.fill(largest, Float.NEGATIVE_INFINITY);
            Arrays.fill(smallest, Float.POSITIVE_INFINITY);
            for (int row = 0; row < rows; row++) {
                int at = row * columns;
                values.get((first + row) * width + from, block, at, columns);
                widen(block, at, largest, smallest);
                count(block, at, compared, larger);
            }
            for (int i = 0; i < columns; i++) {
                // a logit that is no number makes these no number: then each is looked at, too
                if (!(largest[i] <= least[i])) {
                    least[i] = top.insert(from + i, firstToken + first, rows, block, i, columns);
                }
                if (!(-smallest[i] <= most[i])) {
                    most[i] = bottom.insert(from + i, firstToken + first, rows, block, i, columns);
                }
            }
        }
        for (int i = 0; i < columns; i++) {
            above[from + i] += larger[i];
        }
    }

    private static void widen(float[] block, int at, float[] largest, float[] smallest) {
        for (int i = 0; i < largest.length; i++) {
            float logit = block[at + i];
            largest[i] = Math.max(largest[i], logit);
            smallest[i] = Math.min(smallest[i], logit);
        }
    }

    private static void count(float[] block, int at, float[] compared, int[] larger) {
        for (int i = 0; i < larger.length; i++) {
            larger[i] += block[at + i] > compared[i] ? 1 : 0;
        }
    }

    /** Each column's largest logit so far. */
    float[] maxima() {
        return top.first();
    }

    List<Reading> readings(LogSums sums) {
        List<Reading> readings = new ArrayList<>(width);
        for (int column = 0; column < width; column++) {
            double logSum = sums.logSum(column);
            readings.add(new Reading(
                    above[column] + 1,
                    Math.exp(ofTarget[column] - logSum),
                    sums.entropy(column),
                    top.scores(column, 1, 1, logSum),
                    bottom.scores(column, vocabulary, -1, logSum)));
        }
        return readings;
    }
}
