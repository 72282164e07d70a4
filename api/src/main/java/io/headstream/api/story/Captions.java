package io.headstream.api.story;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Which caption a head gets. */
final class Captions {
    /** The weight from which on a head is said to read a key. */
    static final double READS = 0.2;

    /** The weight from which on a head is said to look at its neighbour, which many do a little. */
    static final double LOOKS = 0.5;

    /** A token is written if it is among so many. */
    static final int WRITTEN = 5;

    /** A token among the first of a vocabulary projection. */
    record Written(String token, int rank) {}

    /** With what it is seen by: the key's position, and the rank of the token written, or 0. */
    record Seen(Caption caption, int key, double weight, int rank) {}

    private final Prompt prompt;
    private final Measure measure;

    Captions(Prompt prompt, Measure measure) {
        this.prompt = prompt;
        this.measure = measure;
    }

    /** Of its keys, the largest first, the first that says something; of no MLP. */
    Optional<Seen> of(Output output, List<Read> reads, List<Written> written) {
        if (!output.head()) {
            return Optional.empty();
        }
        return reads.stream()
                .flatMap(read -> seen(output, read, written).stream())
                .findFirst();
    }

    private Optional<Seen> seen(Output output, Read read, List<Written> written) {
        if (read.weight() < READS) {
            return Optional.empty();
        }
        boolean atTarget = output.position() == prompt.targetPosition();
        double amount = measure.amount(output);
        double direct = output.dla() == null ? amount : output.dla();
        OptionalInt answer = rank(written, prompt.target());
        if (atTarget && amount > 0 && direct > 0 && answer.isPresent() && prompt.is(read.key(), prompt.target())) {
            return found(Caption.COPIES_THE_ANSWER, read, answer.getAsInt());
        }
        boolean readsTarget = prompt.is(read.key(), prompt.target());
        if (atTarget && amount < 0 && direct < 0 && (readsTarget || copiesTheOther(read, written))) {
            return found(
                    Caption.WORKS_AGAINST_IT,
                    read,
                    rank(written, prompt.distractor()).orElse(0));
        }
        return atItsPlace(output.position(), read);
    }

    private boolean copiesTheOther(Read read, List<Written> written) {
        return prompt.is(read.key(), prompt.distractor())
                && rank(written, prompt.distractor()).isPresent();
    }

    private Optional<Seen> atItsPlace(int position, Read read) {
        int key = read.key();
        if (key < position && prompt.earlier(position).contains(key)) {
            return found(Caption.SEES_ITS_TOKEN_EARLIER, read, 0);
        }
        if (key < position && key > 0 && prompt.earlier(position).contains(key - 1)) {
            return found(Caption.CONTINUES_WHAT_FOLLOWED, read, 0);
        }
        if (key < position && !prompt.earlier(key).isEmpty()) {
            return found(Caption.READS_THE_REPEATED_TOKEN, read, 0);
        }
        if (key == position - 1 && read.weight() >= LOOKS) {
            return found(Caption.LOOKS_ONE_BACK, read, 0);
        }
        return Optional.empty();
    }

    private static Optional<Seen> found(Caption caption, Read read, int rank) {
        return Optional.of(new Seen(caption, read.key(), read.weight(), rank));
    }

    private static OptionalInt rank(List<Written> written, @Nullable String token) {
        return written.stream()
                .filter(each -> each.token().equals(token) && each.rank() <= WRITTEN)
                .mapToInt(Written::rank)
                .min();
    }
}
