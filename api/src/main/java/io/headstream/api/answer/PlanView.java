package io.headstream.api.answer;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.summary.Plan;

/** How the database would find a statement's answer: an operator and those it draws rows from. */
@Schema(name = "Plan")
public record PlanView(
        @Schema(examples = "NodeUniqueIndexSeek") String operator,
        @Schema(description = "such as Details and EstimatedRows, as the database has them")
                Map<String, @Nullable Object> arguments,
        List<String> identifiers,
        List<PlanView> children) {
    private static final long MOST = 10_000_000;
    private static final String DRAWING = "string-representation"; // the whole plan once more, as text

    public static PlanView of(Plan plan) {
        JsonValues json = new JsonValues(MOST);
        Map<String, @Nullable Object> arguments = new TreeMap<>();
        plan.arguments().forEach((name, value) -> {
            if (!name.equals(DRAWING)) {
                arguments.put(name, json.of(value.asObject()));
            }
        });
        return new PlanView(
                plan.operatorType().replaceAll("@.*", ""),
                arguments,
                plan.identifiers(),
                plan.children().stream().map(PlanView::of).toList());
    }
}
