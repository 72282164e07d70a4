package io.headstream.api.compare;

import io.headstream.api.compare.Comparison.Pair;
import io.headstream.api.compare.Found.One;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares two traces, or two sets of traces. */
@ApplicationScoped
public class Comparisons {
    private final Sides sides;
    private final Notes notes;
    private final Pairs pairs;
    private final Sets sets;

    public Comparisons(Sides sides, Notes notes, Pairs pairs, Sets sets) {
        this.sides = sides;
        this.notes = notes;
        this.pairs = pairs;
        this.sets = sets;
    }

    Comparison compare(Question question) {
        Found left = sides.find(question.left(), question.model());
        Found right = sides.find(question.right(), question.model());
        List<String> remarks = notes.of(left, right);
        if (left instanceof One one && right instanceof One other) {
            return answer(
                    question,
                    left,
                    right,
                    remarks,
                    pairs.alignment(one, other),
                    pairs.predictions(question.ofTokens(), one, other),
                    pairs.rows(question, one, other));
        }
        return answer(
                question,
                left,
                right,
                remarks,
                null,
                sets.predictions(question.ofTokens(), left, right),
                sets.rows(question, left, right));
    }

    private static Comparison answer(
            Question question,
            Found left,
            Found right,
            List<String> remarks,
            @Nullable List<Pair> alignment,
            Read predictions,
            Read read) {
        return new Comparison(
                left.side(),
                right.side(),
                question.by().toString(),
                (String) read.parameters().get("sort"),
                remarks,
                alignment,
                predictions.rows(),
                read.rows(),
                read.truncated(),
                read.cypher(),
                read.parameters());
    }
}
