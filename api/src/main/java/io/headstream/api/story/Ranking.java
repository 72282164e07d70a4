package io.headstream.api.story;

import io.headstream.schema.ComponentName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which components a story is told with, the one that matters most first. */
final class Ranking {
    /** A head or MLP is shown at a second position if it does there at least half of what it does at its strongest. */
    static final double SECOND = 0.5;

    /** Of 20, six are MLPs: some MLPs have effects so large that they would leave no room for heads. */
    private static final int MLPS_OF_TWENTY = 6;

    /**
     * A component in its place.
     *
     * @param sum of its amounts over all positions that count, with their signs; what was measured is of all of them
     * @param strongest its one or two outputs with the largest amounts, the largest first
     */
    record Ranked(ComponentName component, boolean head, double sum, List<Output> strongest) {}

    private Ranking() {}

    /** By the size of the sum of their amounts over positions; those whose amounts are 0 are left out. */
    static List<Ranked> of(Collection<Output> outputs, Measure measure, int firstPosition) {
        Map<ComponentName, List<Output>> byComponent = new LinkedHashMap<>();
        for (Output output : outputs) {
            if (output.position() >= firstPosition && measure.amount(output) != 0) {
                byComponent
                        .computeIfAbsent(output.component(), key -> new ArrayList<>())
                        .add(output);
            }
        }
        return byComponent.values().stream()
                .map(each -> ranked(each, measure))
                .sorted(Comparator.comparingDouble((Ranked ranked) -> -Math.abs(ranked.sum()))
                        .thenComparing(ranked -> ranked.component().toString()))
                .toList();
    }

    private static Ranked ranked(List<Output> outputs, Measure measure) {
        List<Output> sorted = outputs.stream()
                .sorted(Comparator.comparingDouble((Output output) -> -Math.abs(measure.atPosition(output)))
                        .thenComparing(Comparator.comparingInt(Output::position).reversed()))
                .toList();
        double most = Math.abs(measure.atPosition(sorted.get(0)));
        List<Output> strongest = sorted.stream()
                .limit(measure.positions())
                .filter(output -> Math.abs(measure.atPosition(output)) >= SECOND * most)
                .toList();
        Output first = sorted.get(0);
        double sum = measure == Measure.MEASURED
                ? measure.amount(first)
                : outputs.stream().mapToDouble(measure::amount).sum();
        return new Ranked(first.component(), first.head(), sum, strongest);
    }

    /** Without the outputs that are, and without the components of which none is left. */
    static List<Ranked> without(List<Ranked> ranked, Predicate<Output> out) {
        return ranked.stream()
                .map(each -> new Ranked(
                        each.component(),
                        each.head(),
                        each.sum(),
                        each.strongest().stream().filter(out.negate()).toList()))
                .filter(each -> !each.strongest().isEmpty())
                .toList();
    }

    /** Heads and MLPs on quotas of their own, 14 and 6 of any 20; where one kind ends the other goes on. */
    static List<Ranked> onQuotas(List<Ranked> ranked) {
        List<Ranked> heads = ranked.stream().filter(Ranked::head).toList();
        List<Ranked> mlps = ranked.stream().filter(each -> !each.head()).toList();
        List<Ranked> mixed = new ArrayList<>();
        int mlp = 0;
        for (int place = 1; place <= ranked.size(); place++) {
            int head = place - 1 - mlp;
            boolean due = mlp < place * MLPS_OF_TWENTY / 20;
            if (mlp < mlps.size() && (due || head >= heads.size())) {
                mixed.add(mlps.get(mlp++));
            } else {
                mixed.add(heads.get(head));
            }
        }
        return mixed;
    }
}
