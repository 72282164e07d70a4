package io.headstream.api.story;

import io.headstream.schema.ActivationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who moves whom in a trace. */
final class Moves {
    private final Map<ActivationId, List<Move>> byReader = new HashMap<>();

    Moves(Collection<Move> moves) {
        moves.forEach(move ->
                byReader.computeIfAbsent(move.to(), key -> new ArrayList<>()).add(move));
        byReader.values()
                .forEach(each -> each.sort(Comparator.comparingDouble((Move move) -> -move.size())
                        .thenComparing(move -> move.from().toString())));
    }

    /** What moves that reader in that way, the strongest first. */
    Stream<Move> into(ActivationId reader, String via) {
        return byReader.getOrDefault(reader, List.of()).stream()
                .filter(move -> move.via().equals(via));
    }
}
