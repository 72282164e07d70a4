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
    private static final int BLOCK = 32; // tokens
    private static final int COLUMNS = 128; // that one thread reads at least
    private static final float LARGE = 0x1p64f;

    private final int width;
    private final int[] above;
    private final Extremes top;
    private final Extremes bottom;
    private final LogSums sums;
    private float[] ofTarget = new float[0];
    private int vocabulary;

    /** @param entropies the entropy of so many columns is wanted, the first */
    TokenScan(int width, int top, int bottom, int entropies) {
        this.width = width;
        this.above = new int[width];
        this.top = new Extremes(width, top, 1);
        this.bottom = new Extremes(width, bottom, -1);
        this.sums = new LogSums(width, entropies);
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
        int parts = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), width / COLUMNS));
        IntStream.range(0, parts)
                .parallel()
                .forEach(part ->
                        read(values.duplicate(), firstToken, tokens, width * part / parts, width * (part + 1) / parts));
        vocabulary = firstToken + tokens;
    }

    /**
     * Blocks of tokens: whether one of a block belongs to a column's extremes is told by sums, and only the few columns where one does are gone through
     * token by token. The loops are of additions and sizes alone, over arrays from their start, as the compiler makes wide instructions of no others.
     */
    private void read(FloatBuffer values, int firstToken, int tokens, int from, int to) {
        int columns = to - from;
        float[][] block = new float[BLOCK][columns];
        float[] over = new float[columns];
        float[] under = new float[columns];
        float[] least = new float[columns];
        float[] most = new float[columns];
        float[] maxima = new float[columns];
        LogSums.Part exponentials = sums.part(from, to);
        for (int i = 0; i < columns; i++) {
            least[i] = finite(top.least()[from + i]);
            maxima[i] = top.first(from + i);
            most[i] = -finite(bottom.least()[from + i]);
        }
        float[] compared = Arrays.copyOfRange(ofTarget, from, to);
        float[] larger = new float[columns];
        for (int first = 0; first < tokens; first += BLOCK) {
            int rows = Math.min(BLOCK, tokens - first);
            Arrays.fill(over, 0);
            Arrays.fill(under, 0);
            for (int row = 0; row < rows; row++) {
                values.get((first + row) * width + from, block[row]);
                addExcess(block[row], least, over);
                addExcess(most, block[row], under);
                count(block[row], compared, larger);
            }
            for (int i = 0; i < columns; i++) {
                // a logit that is no number makes these no number: then each is looked at, too
                if (!(over[i] <= 0)) {
                    least[i] = finite(top.insert(from + i, firstToken + first, rows, block, i));
                    maxima[i] = top.first(from + i);
                }
                if (!(under[i] <= 0)) {
                    most[i] = -finite(bottom.insert(from + i, firstToken + first, rows, block, i));
                }
            }
            exponentials.add(block, rows, maxima);
        }
        for (int i = 0; i < columns; i++) {
            above[from + i] += Float.isNaN(larger[i]) ? counted(values, tokens, from + i) : (int) larger[i];
        }
    }

    // so that no infinity is taken from another
    private static float finite(float bound) {
        return Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, bound));
    }

    // twice what values are more than their bounds; 0 stays 0 where none is more
    private static void addExcess(float[] values, float[] bounds, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            float excess = values[i] - bounds[i];
            sums[i] += excess + Math.abs(excess);
        }
    }

    // the quotient is 1 where the logit is larger, else 0, exactly: enlarged, no difference is so small that the least
    // number would change it
    private static void count(float[] logits, float[] compared, float[] larger) {
        for (int i = 0; i < larger.length; i++) {
            float difference = (logits[i] - compared[i]) * LARGE;
            float excess = difference + Math.abs(difference);
            larger[i] += excess / (excess + Float.MIN_VALUE);
        }
    }

    // one by one, where a logit or an enlarged difference is no number
    private int counted(FloatBuffer values, int tokens, int column) {
        int larger = 0;
        for (int token = 0; token < tokens; token++) {
            larger += values.get(token * width + column) > ofTarget[column] ? 1 : 0;
        }
        return larger;
    }

    List<Reading> readings() {
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
