package io.headstream.tracer.family;

import io.headstream.tracer.checkpoint.TensorEntry;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.WeightsSummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tensors of a checkpoint that its family did not ask for. */
final class Unread {
    // masks and tables that older versions of transformers saved beside the weights
    private static final Pattern BUFFER =
            Pattern.compile("(.*\\.)?(attn|attention)\\.(attention\\.)?(bias|masked_bias)|.*rotary_emb\\.inv_freq"
                    + "|.*attn\\.embed_positions");
    private static final Pattern IN_BLOCK = Pattern.compile("(.*\\.)?(h|layers)\\.\\d+\\..*");

    private final List<String> names;

    Unread(Set<String> all, Set<String> read) {
        this.names = all.stream()
                .filter(name -> !read.contains(name) && !BUFFER.matcher(name).matches())
                .sorted()
                .toList();
    }

    Unread check() {
        List<String> inBlocks =
                names.stream().filter(name -> IN_BLOCK.matcher(name).matches()).toList();
        if (!inBlocks.isEmpty()) {
            throw new TraceException("the weights hold " + inBlocks.size()
                    + " tensors in their blocks that config.json does not speak of, such as '" + inBlocks.get(0)
                    + "'; are config.json and the weights of the same model?");
        }
        return this;
    }

    WeightsSummary summary(List<TensorEntry> read, ModelLoader.Precision precision, List<String> found) {
        List<String> notes = new ArrayList<>(found);
        if (!names.isEmpty()) {
            notes.add("not read: "
                    + names.stream().limit(5).collect(Collectors.joining(", "))
                    + (names.size() > 5 ? " and " + (names.size() - 5) + " more" : ""));
        }
        String stored = mostCommonType(read);
        boolean half = precision == ModelLoader.Precision.AS_STORED && stored.equals("F16");
        long parameters =
                read.stream().mapToLong(e -> e.length() / e.type().bytes()).sum();
        return new WeightsSummary(stored, half ? "F16" : "F32", parameters, List.copyOf(notes));
    }

    private static String mostCommonType(Collection<TensorEntry> read) {
        return read.stream()
                .collect(Collectors.groupingBy(e -> e.type().name(), Collectors.summingLong(TensorEntry::length)))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
