package io.headstream.api.story;

import io.headstream.api.graph.Figures;
import io.headstream.schema.ActivationId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A story's components and edges in the api's words. */
final class Telling {
    /** Keys of a head that are told, besides the caption's. */
    static final int MOST_KEYS = 4;

    /** Part of all that is shown that a key must be worth to be told. */
    static final double LEAST_KEY = 0.005;

    private final Measure measure;
    private final Captions captions;
    private final Map<ActivationId, List<Read>> reads;
    private final Map<ActivationId, List<Captions.Written>> written;
    private final Map<ActivationId, List<StoryReading.Neuron>> neurons;

    Telling(
            Measure measure,
            Captions captions,
            Map<ActivationId, List<Read>> reads,
            Map<ActivationId, List<Captions.Written>> written,
            Map<ActivationId, List<StoryReading.Neuron>> neurons) {
        this.measure = measure;
        this.captions = captions;
        this.reads = reads;
        this.written = written;
        this.neurons = neurons;
    }

    /** `shown`: what is shown where the member first appears, regardless of sign. */
    Story.Part part(Member member, double shown) {
        Output output = member.output();
        ActivationId id = output.id();
        List<Read> keys = reads.getOrDefault(id, List.of());
        List<Captions.Written> tokens = written.getOrDefault(id, List.of());
        Optional<Captions.Seen> caption = captions.of(output, keys, tokens);
        return new Story.Part(
                id.toString(),
                id.kind().apiName(),
                output.component().toString(),
                id.layer(),
                output.head() ? (Integer) id.number() : null,
                id.position(),
                member.from(),
                member.role().label(),
                member.rank() > 0 ? (Integer) member.rank() : null,
                Figures.rounded(output.effect()),
                Figures.rounded(output.dla()),
                Figures.rounded(output.share()),
                Figures.rounded(output.influence()),
                keys(keys, shown, caption),
                tokens.stream()
                        .map(token -> new Story.Token(token.token(), token.rank()))
                        .toList(),
                neurons.getOrDefault(id, List.of()).stream()
                        .map(neuron -> new Story.Neuron(neuron.id(), neuron.name(), Figures.round(neuron.amount())))
                        .toList(),
                caption.map(Telling::observation).orElse(null),
                output.measured());
    }

    private List<Story.Key> keys(List<Read> keys, double shown, Optional<Captions.Seen> caption) {
        Stream<Read> worth = keys.stream()
                .limit(MOST_KEYS)
                .filter(read -> read.equals(keys.get(0))
                        || measure == Measure.DLA
                        || Math.abs(measure.amount(read)) >= LEAST_KEY * shown);
        Stream<Read> captioned = keys.stream()
                .filter(read -> caption.map(seen -> seen.key() == read.key()).orElse(false));
        return Stream.concat(worth, captioned)
                .distinct()
                .map(read -> new Story.Key(
                        read.key(),
                        Figures.round(read.weight()),
                        Figures.rounded(read.effect()),
                        Figures.rounded(read.share())))
                .toList();
    }

    private static Story.Observation observation(Captions.Seen seen) {
        return new Story.Observation(
                seen.caption().words(),
                seen.key(),
                Figures.round(seen.weight()),
                seen.rank() > 0 ? (Integer) seen.rank() : null);
    }

    /** What moves between the members that is worth a part of what is shown once both are there; `shown` by that number. */
    static List<Story.Link> links(Collection<Member> members, List<Move> moves, double[] shown) {
        Map<ActivationId, Member> writers = new HashMap<>();
        members.forEach(member -> writers.put(member.id(), member));
        return moves.stream()
                .flatMap(move -> members.stream()
                        .filter(reader -> reads(reader, move))
                        .flatMap(reader -> Optional.ofNullable(writers.get(move.from())).stream()
                                .map(writer -> link(writer, reader, move))))
                .filter(link -> Math.abs(link.effect()) >= Closure.LEAST_PART * shown[link.from()])
                .toList();
    }

    // what a head's key or value at a position is moved by, every head that is drawn reads that has it among its keys
    private static boolean reads(Member reader, Move move) {
        ActivationId to = move.to();
        ActivationId id = reader.id();
        if (to.equals(id)) {
            return true;
        }
        boolean memory = ActivationId.memory(id.layer(), to.position(), Math.max(0, id.number()))
                .equals(to);
        return reader.output().head() && memory;
    }

    private static Story.Link link(Member writer, Member reader, Move move) {
        return new Story.Link(
                writer.id().toString(),
                reader.id().toString(),
                move.via(),
                move.to().position(),
                Figures.round(move.effect()),
                Math.max(writer.from(), reader.from()));
    }
}
