package io.headstream.ingest.graph;

import java.util.List;
import org.neo4j.driver.Value;

/** What a stored trace explains, and what it is compared with: of an answer of several tokens a list, else one token, where there is one. */
public final class AnswerTokens {
    private AnswerTokens() {}

    /** @param trace its properties */
    public static List<Integer> targets(Value trace) {
        return tokens(trace, "targetTokens", "targetToken");
    }

    /** Empty also where a trace of version 1 has the distractor's text alone. */
    public static List<Integer> distractors(Value trace) {
        return tokens(trace, "distractorTokens", "distractorToken");
    }

    private static List<Integer> tokens(Value trace, String several, String one) {
        if (!trace.get(several).isNull()) {
            return trace.get(several).asList(Value::asInt);
        }
        return trace.get(one).isNull() ? List.of() : List.of(trace.get(one).asInt());
    }
}
