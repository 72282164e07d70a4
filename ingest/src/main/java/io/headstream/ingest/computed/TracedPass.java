package io.headstream.ingest.computed;

import io.headstream.ingest.changes.KeptInterventions;
import io.headstream.ingest.graph.AnswerTokens;
import io.headstream.schema.TraceDetail;
import io.headstream.tracer.attribution.Proximity;
import io.headstream.tracer.choice.Budget;
import io.headstream.tracer.effect.EffectMetric;
import io.headstream.tracer.effect.EffectOptions;
import io.headstream.tracer.intervene.Intervention;
import io.headstream.tracer.tokenizer.Vocabulary;
import io.headstream.tracer.trace.TraceOptions;
import io.headstream.tracer.trace.TraceRequest;
import java.util.List;
import java.util.OptionalInt;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * A stored trace as far as its pass is run again from it.
 *
 * @param model id of its model
 * @param modelName the name that it had
 */
record TracedPass(String trace, String model, String modelName, Value properties, int[] tokens) {
    static TracedPass of(String id, Record row) {
        Value trace = row.get("trace");
        return new TracedPass(
                id,
                trace.get("model").asString(),
                trace.get("modelName").asString(""),
                trace,
                row.get("tokens").asList(Value::asInt).stream()
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    int target() {
        return properties.get("targetToken").asInt();
    }

    TraceRequest request(Vocabulary vocabulary) {
        Value position = properties.get("targetPosition");
        TraceOptions options = new TraceOptions(
                TraceDetail.NEURONS,
                Proximity.named(properties.get("shares").asString(Proximity.L1.label())),
                new EffectOptions(
                        EffectMetric.named(properties.get("effects").asString(EffectMetric.NONE.label())),
                        properties.get("steps").asInt(1)),
                Budget.DEFAULT,
                false);
        return new TraceRequest(
                tokens,
                position.isNull() ? OptionalInt.empty() : OptionalInt.of(position.asInt()),
                AnswerTokens.targets(properties),
                distractors(vocabulary),
                false,
                options,
                interventions(vocabulary));
    }

    private List<Intervention> interventions(Vocabulary vocabulary) {
        Value kept = properties.get("interventions");
        return kept.isNull() ? List.of() : KeptInterventions.read(kept.asString(), vocabulary);
    }

    // traces of before have its text alone
    private List<Integer> distractors(Vocabulary vocabulary) {
        List<Integer> tokens = AnswerTokens.distractors(properties);
        return tokens.isEmpty() && !properties.get("distractor").isNull()
                ? List.of(vocabulary
                        .token("distractor", properties.get("distractor").asString())
                        .id())
                : tokens;
    }
}
