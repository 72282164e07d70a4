package io.headstream.tracer.intervene;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Probe;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stands in one pass and makes plans true, one for each of the sequences that run below one another; of one sequence it keeps what it changed. */
public final class Changing implements Probe {
    private final Transformer transformer;
    private final int n;
    private final @Nullable NDManager owner;
    private final Map<Spot, List<Placed<Step>>> steps = new HashMap<>();
    private final Map<Spot, List<Placed<Terms>>> terms = new HashMap<>();
    private final Map<Integer, List<Placed<Frozen>>> patterns = new HashMap<>(); // by layer
    private final Map<Spot, NDArray> changes = new HashMap<>();
    private @Nullable NDArray pattern; // of the layer that is at work
    private @Nullable NDArray values;

    private record Spot(Site site, int layer) {}

    private record Placed<T>(int sequence, T change) {}

    private Changing(Transformer transformer, List<Plan> plans, int n, @Nullable NDManager owner) {
        this.transformer = transformer;
        this.n = n;
        this.owner = owner;
        for (int i = 0; i < plans.size(); i++) {
            for (Step step : plans.get(i).steps()) {
                put(steps, new Spot(step.site(), step.layer()), i, step);
            }
            for (Frozen frozen : plans.get(i).patterns()) {
                patterns.computeIfAbsent(frozen.layer(), l -> new ArrayList<>()).add(new Placed<>(i, frozen));
            }
            for (Terms each : plans.get(i).terms()) {
                put(terms, new Spot(each.masked() ? Site.SCORES : Site.Z, each.layer()), i, each);
            }
        }
    }

    /** What makes one plan true in one pass over n positions; what it changes, which `owner` owns, is kept. */
    public static Probe recording(Transformer transformer, Plan plan, int n, NDManager owner) {
        return plan.isEmpty() ? NONE : new Changing(transformer, List.of(plan), n, owner);
    }

    /** What makes plans true, one for each sequence of n positions; nothing is kept. */
    public static Probe of(Transformer transformer, List<Plan> plans, int n) {
        return new Changing(transformer, plans, n, null);
    }

    private static <T> void put(Map<Spot, List<Placed<T>>> into, Spot spot, int sequence, T change) {
        into.computeIfAbsent(spot, s -> new ArrayList<>()).add(new Placed<>(sequence, change));
    }

    @Override
    public NDArray at(Site site, int layer, NDArray x) {
        switch (site) {
            case SCORES -> {
                List<Placed<Terms>> masked = terms.get(new Spot(site, layer));
                return masked == null ? x : x.add(marks(masked, x, 0, Float.NEGATIVE_INFINITY));
            }
            case PATTERN -> {
                List<Placed<Frozen>> frozen = patterns.get(layer);
                NDArray held = frozen == null ? x : held(frozen, x);
                pattern = held;
                return held;
            }
            case V -> values = x;
            default -> {
                NDArray changed = changed(site, layer, x);
                if (changed != x && owner != null && !changes.containsKey(new Spot(site, layer))) {
                    keep(new Spot(site, layer), changed.sub(x), owner);
                }
                return changed;
            }
        }
        return x;
    }

    private void keep(Spot spot, NDArray change, NDManager by) {
        NDScope.unregister(change);
        change.attach(by);
        changes.put(spot, change);
    }

    private NDArray changed(Site site, int layer, NDArray x) {
        NDArray less = x;
        List<Placed<Terms>> removed = terms.get(new Spot(site, layer));
        if (removed != null && pattern != null && values != null) {
            NDArray weights = pattern.mul(marks(removed, pattern, 0, 1)); // [head, query, key]
            less = x.sub(transformer.joinHeads(weights.matMul(values))); // [pos, heads * d_head]
        }
        List<Placed<Step>> here = steps.get(new Spot(site, layer));
        return here == null ? less : affine(here, less);
    }

    // keep · x + put
    private NDArray affine(List<Placed<Step>> here, NDArray x) {
        Shape shape = x.getShape(); // [pos, width]
        int width = (int) shape.get(1);
        float[] keep = new float[(int) shape.size()];
        float[] put = new float[keep.length];
        Arrays.fill(keep, 1);
        for (Placed<Step> placed : here) {
            Step step = placed.change();
            step.rows().forEach((position, row) -> {
                int start = (placed.sequence() * n + position) * width + step.from();
                for (int i = 0; i < step.width(); i++) {
                    keep[start + i] *= step.keep();
                    put[start + i] = put[start + i] * step.keep() + row[i];
                }
            });
        }
        NDManager manager = x.getManager();
        return x.mul(manager.create(keep, shape)).add(manager.create(put, shape));
    }

    // [head, query, key]: rows that are given, the others as they are
    private NDArray held(List<Placed<Frozen>> frozen, NDArray x) {
        float[] keep = new float[(int) x.size()];
        float[] put = new float[keep.length];
        Arrays.fill(keep, 1);
        for (Placed<Frozen> each : frozen) {
            int head = each.sequence() * transformer.architecture().heads()
                    + each.change().head();
            each.change().rows().forEach((query, row) -> {
                int start = (head * n + query) * n;
                Arrays.fill(keep, start, start + n, 0);
                System.arraycopy(row, 0, put, start, n);
            });
        }
        NDManager manager = x.getManager();
        return x.mul(manager.create(keep, x.getShape())).add(manager.create(put, x.getShape()));
    }

    // [head, query, key]: `mark` at terms, `other` elsewhere
    private NDArray marks(List<Placed<Terms>> placed, NDArray like, float other, float mark) {
        Architecture a = transformer.architecture();
        Shape shape = like.getShape();
        float[] marks = new float[(int) shape.size()];
        Arrays.fill(marks, other);
        for (Placed<Terms> each : placed) {
            int head = each.sequence() * a.heads() + each.change().head();
            for (int query : each.change().queries()) {
                for (int key : each.change().keys()) {
                    marks[(head * n + query) * n + key] = mark;
                }
            }
        }
        return like.getManager().create(marks, shape);
    }

    @Override
    public boolean isChanging(int layer) {
        return Stream.of(steps, terms).flatMap(each -> each.keySet().stream()).anyMatch(spot -> spot.layer() == layer);
    }

    @Override
    public float passes(Site site, int layer, int position, int element) {
        float part = 1;
        for (Placed<Step> placed : steps.getOrDefault(new Spot(site, layer), List.of())) {
            Step step = placed.change();
            boolean here = element >= step.from() && element < step.from() + step.width();
            part *= here && step.rows().containsKey(position) ? step.keep() : 1;
        }
        return part;
    }

    @Override
    public boolean passes(int layer, int head, int query, int key) {
        return terms.getOrDefault(new Spot(Site.Z, layer), List.of()).stream()
                .map(Placed::change)
                .noneMatch(each -> each.head() == head
                        && Arrays.stream(each.queries()).anyMatch(q -> q == query)
                        && Arrays.stream(each.keys()).anyMatch(k -> k == key));
    }

    @Override
    public @Nullable NDArray change(Site site, int layer) {
        return changes.get(new Spot(site, layer));
    }
}
