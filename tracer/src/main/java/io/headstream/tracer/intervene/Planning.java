package io.headstream.tracer.intervene;

import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Probe.Site;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From what is asked to what is done: everything is checked before a pass is run, then other prompts are, once each. */
public final class Planning {
    private final Transformer transformer;
    private final Architecture a;
    private final List<Integer> tokens;
    private final int target;
    private final Values values;

    private Planning(Transformer transformer, List<Integer> tokens, int target, Values values) {
        this.transformer = transformer;
        this.a = transformer.architecture();
        this.tokens = tokens;
        this.target = target;
        this.values = values;
    }

    /**
     * Whether a model can be changed so in this prompt.
     *
     * @throws TraceException naming the intervention, what is wrong, and what is right
     */
    public static void check(List<Intervention> interventions, Architecture a, int[] tokens, int target) {
        for (int i = 0; i < interventions.size(); i++) {
            Intervention each = interventions.get(i);
            try {
                each.check(a, tokens.length);
                if (each.kind() == Kind.MASK) {
                    checkRows(interventions, each, a, tokens.length, target);
                }
            } catch (TraceException e) {
                throw new TraceException("intervention " + (i + 1) + " (" + each + "): " + e.getMessage(), e);
            }
        }
    }

    // a row without keys has no softmax
    private static void checkRows(List<Intervention> all, Intervention one, Architecture a, int n, int target) {
        for (int query : one.at().positions().in(n, target)) {
            int from = Math.max(0, query + 1 - a.window(one.at().layer()));
            boolean[] masked = new boolean[n];
            for (Intervention other : all) {
                if (other.kind() == Kind.MASK
                        && other.at().layer() == one.at().layer()
                        && other.at().number() == one.at().number()
                        && Arrays.stream(other.at().positions().in(n, target)).anyMatch(q -> q == query)) {
                    other.at().keys().forEach(key -> masked[key] = true);
                }
            }
            boolean left = false;
            for (int key = from; key <= query; key++) {
                left |= !masked[key];
            }
            if (!left) {
                throw new TraceException(
                        "at position " + query + " no key is left to attend to; leave one, or zero the head");
            }
        }
    }

    /**
     * Works out interventions, one after the other in this order where several are at one site.
     *
     * @param target the position whose prediction is explained
     * @throws TraceException as {@link #check}, where positions of another prompt have no counterpart, or where a strength makes numbers too large
     */
    public static Plan plan(Transformer transformer, List<Intervention> interventions, int[] tokens, int target) {
        return interventions.isEmpty()
                ? Plan.NONE
                : plans(transformer, List.of(interventions), tokens, target).get(0);
    }

    /** The same for several changes of one prompt, each by itself. */
    public static List<Plan> plans(
            Transformer transformer, List<List<Intervention>> several, int[] tokens, int target) {
        several.forEach(each -> check(each, transformer.architecture(), tokens, target));
        try (Values values = new Values(transformer)) {
            List<Integer> ids = Arrays.stream(tokens).boxed().toList();
            Planning planning = new Planning(transformer, ids, target, values);
            return several.stream().map(planning::plan).toList();
        }
    }

    private Plan plan(List<Intervention> interventions) {
        List<Step> steps = new ArrayList<>();
        List<Terms> terms = new ArrayList<>();
        List<Frozen> patterns = new ArrayList<>();
        for (int i = 0; i < interventions.size(); i++) {
            Intervention each = interventions.get(i);
            try {
                if (each.kind().ofEdges()) {
                    terms.add(terms(each));
                } else if (each.kind() == Kind.FREEZE) {
                    each.at().each(a).forEach(at -> freeze(at, steps, patterns));
                } else {
                    steps(each, steps);
                }
            } catch (TraceException e) {
                throw new TraceException("intervention " + (i + 1) + " (" + each + "): " + e.getMessage(), e);
            }
        }
        return new Plan(List.copyOf(steps), List.copyOf(terms), List.copyOf(patterns));
    }

    private void freeze(At at, List<Step> steps, List<Frozen> patterns) {
        if (at.place() == Place.PATTERN) {
            patterns.add(new Frozen(at.layer(), at.number(), some(at, values.pattern(at, tokens))));
        } else {
            steps.add(step(at, 0, some(at, values.of(at, tokens))));
        }
    }

    private Terms terms(Intervention each) {
        At at = each.at();
        return new Terms(
                at.layer(),
                at.number(),
                at.positions().in(tokens.size(), target),
                VectorCheck.ids(at.keys()),
                each.kind() == Kind.MASK);
    }

    private void steps(Intervention each, List<Step> steps) {
        At at = each.at();
        float keep =
                switch (each.kind()) {
                    case SCALE -> (float) each.strength();
                    case ADD -> 1;
                    default -> 0;
                };
        boolean given = each.vector() instanceof Vector.Numbers
                || each.vector() instanceof Vector.Unembedding
                || each.vector() instanceof Vector.Embedding
                || each.vector() instanceof Vector.NeuronRow;
        if (at.place() == Place.RESULT && given) { // z cannot say it: it is added behind W_O
            if (keep == 0) {
                steps.add(step(at, keep, rows(at, new float[a.dHead()])));
            }
            At behind = At.whole(Place.ATTN_OUT, at.layer(), at.positions());
            steps.add(step(behind, 1, rows(each)));
        } else {
            steps.add(step(at, keep, rows(each)));
        }
    }

    private Step step(At at, float keep, Map<Integer, float[]> rows) {
        int width = at.place() == Place.RESULT ? a.dHead() : at.place().width(a);
        int from = at.place().numbered() ? at.number() * width : 0;
        boolean before = at.place() == Place.RESID_PRE; // the state after the block before
        Site site = before && at.layer() == 0 ? Site.EMBED : at.place().site();
        int layer =
                before ? Math.max(0, at.layer() - 1) : at.place() == Place.FINAL_SCALE ? a.layers() - 1 : at.layer();
        return new Step(site, layer, from, width, keep, rows);
    }

    private Map<Integer, float[]> rows(At at, float[] row) {
        Map<Integer, float[]> rows = new HashMap<>();
        for (int position : at.positions().in(tokens.size(), target)) {
            rows.put(position, row);
        }
        return rows;
    }

    // what is put at each position
    private Map<Integer, float[]> rows(Intervention each) {
        At at = each.at();
        Map<Integer, float[]> rows;
        if (each.vector() instanceof Vector.Path path) {
            rows = some(at, values.path(at, path.sender(), sent(path), tokens));
        } else if (each.vector() instanceof Vector.OfPrompt prompt) {
            rows = aligned(at, prompt);
        } else if (each.vector() instanceof Vector.Difference difference) {
            float[][] these = values.of(at, difference.tokens());
            float[][] less = values.of(at, difference.minus());
            rows = new HashMap<>();
            for (int p : at.positions().in(tokens.size(), target)) {
                float[] row = these[p].clone();
                for (int i = 0; i < row.length; i++) {
                    row[i] -= less[p][i];
                }
                rows.put(p, row);
            }
        } else if (each.vector() instanceof Vector.MeanOf mean) {
            float[][] means = values.mean(at, mean, tokens.size());
            rows = new HashMap<>();
            for (int p : at.positions().in(tokens.size(), target)) {
                rows.put(p, means[mean.byPosition() ? p : 0]);
            }
        } else {
            rows = rows(
                    at,
                    values.row(
                            each.vector(),
                            at.place() == Place.RESULT ? a.dHead() : at.place().width(a)));
        }
        rows.replaceAll((p, row) -> times(row, each.kind() == Kind.ADD ? each.strength() : 1));
        return rows;
    }

    private Map<Integer, float[]> some(At at, float[][] all) {
        Map<Integer, float[]> rows = new HashMap<>();
        for (int position : at.positions().in(tokens.size(), target)) {
            rows.put(position, all[position]);
        }
        return rows;
    }

    // what the sender writes instead, of a head its z
    private Map<Integer, float[]> sent(Vector.Path path) {
        return path.from() instanceof Vector.OfPrompt prompt
                ? aligned(path.sender(), prompt)
                : rows(path.sender(), new float[values.width(path.sender())]);
    }

    private Map<Integer, float[]> aligned(At at, Vector.OfPrompt prompt) {
        Map<Integer, Integer> pairs =
                prompt.positions().isEmpty() ? Alignment.of(tokens, prompt.tokens()) : prompt.positions();
        float[][] theirs = values.of(at, prompt.tokens());
        Map<Integer, float[]> rows = new HashMap<>();
        for (int p : at.positions().in(tokens.size(), target)) {
            Integer pair = pairs.get(p);
            if (pair != null) {
                rows.put(p, theirs[pair]);
            } else if (!at.positions().all()) {
                throw new TraceException("position " + p
                        + " has no counterpart in the other prompt; say which it is, or take one of "
                        + pairs.keySet().stream().sorted().toList());
            }
        }
        if (rows.isEmpty()) {
            throw new TraceException("the prompts have no token in common; say which position is which");
        }
        return rows;
    }

    private static float[] times(float[] row, double strength) {
        float[] product = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            product[i] = (float) (row[i] * strength);
            if (!(Math.abs(product[i]) <= Intervention.MOST)) {
                throw new TraceException(
                        "strength " + strength + " makes numbers that are too large; take a smaller one");
            }
        }
        return product;
    }
}
