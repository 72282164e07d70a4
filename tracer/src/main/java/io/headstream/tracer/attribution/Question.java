package io.headstream.tracer.attribution;

import java.util.OptionalInt;

/**
 * What a trace explains.
 *
 * @param position whose prediction it is
 * @param target the token
 * @param distractor where present, target's logit minus this one's is explained
 */
public record Question(int position, int target, OptionalInt distractor) {}
