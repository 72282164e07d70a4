package io.headstream.api.compare;

import io.headstream.api.compare.Comparison.Pair;
import io.headstream.api.compare.ResolvedSide.One;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares two traces, or two sets of traces. */
@ApplicationScoped
public class Comparisons {
    private final SideResolver sides;
    private final ComparisonNotes notes;
    private final PairComparison pairs;
    private final SetComparison sets;

    public Comparisons(SideResolver sides, ComparisonNotes notes, PairComparison pairs, SetComparison sets) {
        this.sides = sides;
        this.notes = notes;
        this.pairs = pairs;
        this.sets = sets;
    }

    Comparison compare(ComparisonQuestion question) {
        ResolvedSide left = sides.find(question.left(), question.model());
        ResolvedSide right = sides.find(question.right(), question.model());
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
            ComparisonQuestion question,
            ResolvedSide left,
            ResolvedSide right,
            List<String> remarks,
            @Nullable List<Pair> alignment,
            RowPage predictions,
            RowPage read) {
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
