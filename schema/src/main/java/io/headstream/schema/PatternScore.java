package io.headstream.schema;

/**
 * What a head's attention pattern says of how the head behaves: means over the queries that can show it, under their property names on :HeadPattern.
 * The kinds are those of Elhage et al. 2021, Olsson et al. 2022 (induction), Wang et al. 2022 (duplicate tokens) and Xiao et al. 2024 (first
 * token).
 */
public enum PatternScore {
    /** Attention to position 0, of queries from 1: a sink. */
    FIRST_TOKEN("firstToken"),
    /** Attention to the position before, of queries from 2: the position before 1 is the first, where attention rests. */
    PREVIOUS_TOKEN("previousToken"),
    /** Attention to the query's own position, of queries from 1. */
    CURRENT_TOKEN("currentToken"),
    /** Attention to earlier positions of the query's token together, of queries whose token stood before. */
    DUPLICATE_TOKEN("duplicateToken"),
    /** Attention to the positions after earlier ones of the query's token together, of queries that have such before them. */
    INDUCTION("induction"),
    /** Entropy of a row, of queries from 1; in nats. */
    ENTROPY("entropy"),
    /** Entropy of a row over log(query + 1), the largest it could be, of queries from 1. */
    EVENNESS("evenness"),
    /** Positions looked back, weighted by attention, of queries from 1. */
    DISTANCE("distance");

    private final String property;

    PatternScore(String property) {
        this.property = property;
    }

    public String property() {
        return property;
    }
}
