package io.headstream.ingest.changes;

import io.headstream.ingest.jobs.request.InterventionAsked;
import io.headstream.schema.Component;
import io.headstream.schema.ComponentName;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.intervene.At;
import io.headstream.tracer.intervene.Intervention;
import io.headstream.tracer.intervene.Kind;
import io.headstream.tracer.intervene.Place;
import io.headstream.tracer.intervene.Positions;
import io.headstream.tracer.intervene.Vector;
import io.headstream.tracer.tokenizer.Bos;
import io.headstream.tracer.tokenizer.Vocabulary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Interventions as they are asked for, in the tracer's terms: components by name, prompts and tokens as ids. */
public final class InterventionReading {
    private final Vocabulary vocabulary;
    private final Bos bos;

    public InterventionReading(Vocabulary vocabulary, Bos bos) {
        this.vocabulary = vocabulary;
        this.bos = bos;
    }

    /** @throws TraceException naming the intervention, what is wrong, and what is right */
    public List<Intervention> all(List<InterventionAsked> asked) {
        return IntStream.range(0, asked.size())
                .mapToObj(i -> {
                    try {
                        return one(asked.get(i));
                    } catch (TraceException e) {
                        throw new TraceException("intervention " + (i + 1) + ": " + e.getMessage(), e);
                    }
                })
                .toList();
    }

    private Intervention one(InterventionAsked asked) {
        if (asked.kind() == null) {
            throw new TraceException(
                    "it has no kind; give zero, scale, add, patch, resample, mean, freeze, path, remove or mask");
        }
        Kind kind = Kind.labelled(asked.kind());
        if (kind == Kind.SCALE && asked.strength() == null) {
            throw new TraceException("scale needs a strength: the factor");
        }
        if (asked.strength() != null && kind != Kind.SCALE && kind != Kind.ADD) {
            throw new TraceException("strength is for scale and add, not for " + kind.label());
        }
        return new Intervention(
                kind,
                at(kind, asked.at()),
                asked.strength() == null ? 1 : asked.strength(),
                vector(kind, asked.from()));
    }

    /** What is changed where, whatever is put in. */
    static Intervention place(InterventionAsked asked) {
        Kind kind = Kind.labelled(Objects.requireNonNullElse(asked.kind(), ""));
        return new Intervention(
                kind, at(kind, asked.at()), asked.strength() == null ? 1 : asked.strength(), Vector.NONE);
    }

    private static At at(Kind kind, InterventionAsked.@Nullable Place at) {
        if (at == null || (at.component() == null) == (at.site() == null)) {
            throw new TraceException(
                    "at needs a component such as L3H4, or a site such as hook_resid_pre with its layer");
        }
        Positions positions = positions(at.positions(), at.target());
        List<Integer> keys = Objects.requireNonNullElse(at.keys(), List.of());
        if (at.component() != null) {
            ComponentName name = ComponentName.parse(at.component())
                    .orElseThrow(
                            () -> new TraceException(
                                    "'" + at.component()
                                            + "' is no component; give a head such as L3H4, a neuron such as L3N12, or an MLP such as L3.mlp"));
            if (at.layer() != null || at.head() != null || at.neuron() != null) {
                throw new TraceException("layer, head and neuron are in the component's name already; leave them out");
            }
            if (kind.ofEdges() && name.component() == Component.HEAD) {
                return new At(Place.PATTERN, name.layer(), name.number(), positions, keys);
            }
            At place = At.component(name, positions);
            return new At(place.place(), place.layer(), place.number(), positions, keys);
        }
        Place place = Place.named(at.site());
        if (at.layer() == null && place != Place.EMBED && place != Place.FINAL_SCALE && kind != Kind.FREEZE) {
            throw new TraceException(place.hook() + " needs a layer");
        }
        @Nullable Integer number = place == Place.POST ? at.neuron() : at.head();
        if (!place.numbered() && (at.head() != null || at.neuron() != null)) {
            throw new TraceException(place.hook() + " is one in a layer; leave out head and neuron");
        }
        int layer = at.layer() != null ? at.layer() : kind == Kind.FREEZE ? At.ALL : 0;
        return new At(place, layer, number == null ? At.ALL : number, positions, keys);
    }

    static Positions positions(@Nullable List<Integer> listed, @Nullable Boolean target) {
        if (Boolean.TRUE.equals(target)) {
            if (listed != null) {
                throw new TraceException("positions are given, and target too; leave out one of the two");
            }
            return Positions.TARGET;
        }
        if (listed != null && listed.isEmpty()) {
            throw new TraceException("positions is empty; leave it out for all of them");
        }
        return listed == null ? Positions.ALL : new Positions(false, List.copyOf(listed));
    }

    Vector vector(Kind kind, InterventionAsked.@Nullable From from) {
        if (from == null) {
            return Vector.NONE;
        }
        if (kind == Kind.PATH) {
            return path(from);
        }
        if (from.numbers() != null) {
            return new Vector.Numbers(
                    from.numbers().stream().map(Double::floatValue).toList());
        }
        if (from.unembedding() != null) {
            return new Vector.Unembedding(
                    vocabulary.token("unembedding", from.unembedding()).id());
        }
        if (from.embedding() != null) {
            return new Vector.Embedding(
                    vocabulary.token("embedding", from.embedding()).id());
        }
        if (from.neuron() != null) {
            ComponentName neuron = ComponentName.parse(from.neuron())
                    .filter(name -> name.component() == Component.NEURON)
                    .orElseThrow(
                            () -> new TraceException("'" + from.neuron() + "' is no neuron; give one such as L3N12"));
            return new Vector.NeuronRow(neuron.layer(), neuron.number());
        }
        if (from.prompts() != null || from.tokensOfPrompts() != null) {
            List<List<Integer>> prompts = from.tokensOfPrompts() != null
                    ? from.tokensOfPrompts()
                    : Objects.requireNonNullElse(from.prompts(), List.<String>of()).stream()
                            .map(this::ids)
                            .toList();
            return new Vector.MeanOf(prompts, Boolean.TRUE.equals(from.byPosition()));
        }
        List<Integer> tokens = prompt(from.prompt(), from.tokens());
        if (tokens.isEmpty()) {
            throw new TraceException("from needs numbers, unembedding, embedding, neuron, prompt or prompts");
        }
        if (kind == Kind.ADD) {
            return new Vector.Difference(tokens, prompt(from.minus(), from.minusTokens()));
        }
        return new Vector.OfPrompt(tokens, pairs(from.positions()));
    }

    private Vector path(InterventionAsked.From from) {
        ComponentName sender = Optional.ofNullable(from.sender())
                .flatMap(ComponentName::parse)
                .filter(name -> name.component() != Component.NEURON)
                .orElseThrow(() ->
                        new TraceException("path needs from.sender: a head such as L2H1, or an MLP such as L2.mlp"));
        List<Integer> tokens = prompt(from.prompt(), from.tokens());
        return new Vector.Path(
                At.component(sender, Positions.ALL),
                tokens.isEmpty() ? Vector.NONE : new Vector.OfPrompt(tokens, pairs(from.positions())));
    }

    private List<Integer> prompt(@Nullable String text, @Nullable List<Integer> tokens) {
        return tokens != null ? tokens : text == null ? List.of() : ids(text);
    }

    private List<Integer> ids(String prompt) {
        return Arrays.stream(vocabulary.encode(prompt, bos).ids()).boxed().toList();
    }

    private static Map<Integer, Integer> pairs(@Nullable List<List<Integer>> positions) {
        Map<Integer, Integer> pairs = new HashMap<>();
        for (List<Integer> pair : Objects.requireNonNullElse(positions, List.<List<Integer>>of())) {
            if (pair.size() != 2) {
                throw new TraceException("from.positions are pairs: [here, there]");
            }
            pairs.put(pair.get(0), pair.get(1));
        }
        return pairs;
    }

    /** What is put in, for people. */
    static String words(InterventionAsked.@Nullable From from) {
        if (from == null) {
            return "";
        }
        if (from.prompt() != null) {
            return from.prompt();
        }
        if (from.prompts() != null) {
            return "mean of " + from.prompts().size() + " prompts";
        }
        return from.tokens() != null ? from.tokens().toString() : "";
    }

    /** The same with prompts as token ids, so that it means the same whatever the tokenizer becomes. */
    public InterventionAsked kept(InterventionAsked asked) {
        InterventionAsked.From from = asked.from();
        return from == null
                ? asked
                : new InterventionAsked(
                        asked.kind(),
                        asked.at(),
                        asked.strength(),
                        new InterventionAsked.From(
                                from.numbers(),
                                from.unembedding(),
                                from.embedding(),
                                from.neuron(),
                                from.sender(),
                                from.prompt(),
                                from.prompt() == null ? from.tokens() : ids(from.prompt()),
                                from.minus(),
                                from.minus() == null ? from.minusTokens() : ids(from.minus()),
                                from.prompts(),
                                from.prompts() == null
                                        ? from.tokensOfPrompts()
                                        : from.prompts().stream().map(this::ids).toList(),
                                from.byPosition(),
                                from.positions()));
    }
}
