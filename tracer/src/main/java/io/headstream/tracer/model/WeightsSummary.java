package io.headstream.tracer.model;

import java.util.List;

/**
 * What was met in loading a model's weights.
 *
 * @param storedType the type that most of them are stored in, such as F16
 * @param computedType the type they are kept in: F32, or F16 where they are widened block by block as they are used
 * @param parameters numbers that the pass uses, each counted once
 * @param notes what a user should know: NaN or infinite weights, tensors left unread
 */
public record WeightsSummary(String storedType, String computedType, long parameters, List<String> notes) {}
