package io.headstream.tracer.intervene;

import io.headstream.schema.ComponentName;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Architecture;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where an intervention is made.
 *
 * @param layer 0 for the embedding; {@link #ALL} for that of every layer, where something is frozen
 * @param number the head's or neuron's index; -1 of what has none, and for all of them where something is frozen
 * @param keys of attention terms, the keys; empty otherwise
 */
public record At(Place place, int layer, int number, Positions positions, List<Integer> keys) {
    /** Every layer, or every head. */
    public static final int ALL = -1;

    public static At head(int layer, int head, Positions positions) {
        return new At(Place.RESULT, layer, head, positions, List.of());
    }

    public static At neuron(int layer, int index, Positions positions) {
        return new At(Place.POST, layer, index, positions, List.of());
    }

    /** What there is one of in a layer. */
    public static At whole(Place place, int layer, Positions positions) {
        return new At(place, layer, -1, positions, List.of());
    }

    /** What a head's queries take of some keys. */
    public static At terms(int layer, int head, Positions queries, Integer... keys) {
        return new At(Place.PATTERN, layer, head, queries, List.of(keys));
    }

    /** Where a component works. */
    public static At component(ComponentName name, Positions positions) {
        return switch (name.component()) {
            case HEAD -> head(name.layer(), name.number(), positions);
            case NEURON -> neuron(name.layer(), name.number(), positions);
            case MLP -> whole(Place.MLP_OUT, name.layer(), positions);
        };
    }

    /** What it is called: the component, or TransformerLens's name. */
    public String name() {
        if (layer == ALL || place.numbered() && number == ALL) {
            return (layer == ALL ? "" : "blocks." + layer + ".") + place.hook();
        }
        return switch (place) {
            case Z, RESULT, PATTERN ->
                ComponentName.head(layer, Math.max(0, number)).toString();
            case POST -> ComponentName.neuron(layer, Math.max(0, number)).toString();
            case MLP_OUT -> ComponentName.mlp(layer).toString();
            case EMBED, FINAL_SCALE -> place.hook();
            default -> "blocks." + layer + "." + place.hook();
        };
    }

    /** The same for each layer and head that is meant. */
    List<At> each(Architecture a) {
        int[] layers = layer == ALL
                ? IntStream.range(0, place == Place.EMBED || place == Place.FINAL_SCALE ? 1 : a.layers())
                        .toArray()
                : new int[] {layer};
        int[] numbers = place.numbered() && number == ALL
                ? IntStream.range(0, place.count(a)).toArray()
                : new int[] {number};
        return IntStream.of(layers)
                .boxed()
                .flatMap(l -> IntStream.of(numbers).mapToObj(i -> new At(place, l, i, positions, keys)))
                .toList();
    }

    void check(Architecture a, int n) {
        if (layer < 0 || layer >= a.layers()) {
            throw new TraceException("layer " + layer + " is not there; layers go from 0 to " + (a.layers() - 1));
        }
        if (place == Place.RESID_MID && a.parallel()) {
            throw new TraceException(
                    "there is no hook_resid_mid: attention and MLP of this model's blocks are added at once; take hook_attn_out or hook_resid_post");
        }
        if (place == Place.EMBED && layer != 0) {
            throw new TraceException("hook_embed is of layer 0; for layer " + layer + " take hook_resid_pre");
        }
        String what = place.ofHeads() ? "head" : "neuron";
        if (place.numbered() && number < 0) {
            throw new TraceException(place.hook() + " needs the index of a " + what);
        }
        if (place.numbered() && number >= place.count(a)) {
            throw new TraceException(
                    what + " " + number + " is not there; " + what + "s go from 0 to " + (place.count(a) - 1));
        }
        positions.check(n);
        new Positions(false, keys).check(n);
    }
}
