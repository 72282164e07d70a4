package io.headstream.benchmarks.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, as a page of docs. */
record TrustPage(List<TrustFigures.Series> all) {
    private static final List<String> FIGURES =
            List.of("share", "influence", "dla", "effect", "EAP-IG 1", "EAP-IG 8", "EAP-IG 32");
    private static final List<String> UNSIGNED = List.of("share", "influence");

    private static final String BEFORE =
            """
            # Do the attributions deserve trust?

            Made by `benchmarks/trust.sh`, which measures and writes this page; do not edit it. What each figure of a component ([attribution.md](attribution.md)) says, beside
            what taking that component out really does to the metric: of every prompt Spearman's rank correlation over all heads, and over all MLPs, then the mean over
            the prompts and, in brackets, its 95% interval (bootstrap over prompts, 2,000 draws).

            - *Ablation*: every head and every MLP in turn is replaced at all positions, by zero or by its mean over the first 20 prompts of the file and their positions. What is compared
              is what the metric loses. The metric is the difference of two logits on ioi.jsonl, the target's logit on capitals.jsonl.
            - *Figures*: share, influence and effect summed over positions; dla at the target position. EAP-IG n is what the component writes less what takes its place, times the
              mean gradient at n points of the way from the mean of all token embeddings to the prompt's own; with 1 point and zero it is effect.
            - *size*: of absolute values, whether the figure finds what matters. *direction*: with signs, whether it also tells what raises the metric from what lowers it; share and
              influence have none.
            - A correlation of 1 is the same order, of 0 none. Of the sample model's 6 MLPs it says little.
            """;

    String text() {
        StringBuilder page = new StringBuilder(BEFORE);
        for (TrustFigures.Series series : all) {
            if (!series.measured().isEmpty()) {
                page.append("\n## %s, %s of %s.jsonl\n"
                        .formatted(series.model(), prompts(series.measured().size()), series.prompts()));
                for (boolean heads : new boolean[] {true, false}) {
                    table(page, series, heads);
                }
            }
        }
        return page.toString();
    }

    private static String prompts(int count) {
        return count == 1 ? "1 prompt" : count + " prompts";
    }

    private static void table(StringBuilder page, TrustFigures.Series series, boolean heads) {
        page.append(
                "\n| %s | zero, size | zero, direction | mean, size | mean, direction |\n| --- | --- | --- | --- | --- |\n"
                        .formatted(heads ? "heads" : "MLPs"));
        for (String figure : FIGURES) {
            List<String> cells = new ArrayList<>(List.of(figure));
            for (String ablation : Measurement.ABLATIONS) {
                for (boolean signed : new boolean[] {false, true}) {
                    cells.add(
                            signed && UNSIGNED.contains(figure)
                                    ? ""
                                    : cell(series.measured(), Measurement.Key.of(figure, ablation, heads, signed)));
                }
            }
            page.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
    }

    private static String cell(List<Map<String, Double>> measured, String key) {
        Correlation c =
                Correlation.of(measured.stream().map(each -> each.get(key)).toList());
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", c.mean(), c.low(), c.high());
    }
}
