package io.headstream.ingest.document;

import static io.headstream.ingest.document.TraceDocument.number;
import static io.headstream.ingest.document.TraceDocument.text;

import io.headstream.schema.ComponentName;
import io.headstream.schema.Site;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what a document keeps whole fits its prompt and its model: rows of patterns are rows, and lists are as long as the prompt. */
final class WholeCheck {
    private static final Set<String> BY_POSITION =
            Set.of("rest", "norm", "share", "influence", "effect", "targetRank", "targetProbability");
    private static final Set<String> BY_TOKEN = Set.of("dlaByToken", "influenceByToken", "effectByToken");
    private static final List<Site> SITES = List.of(Site.EMBED, Site.MID, Site.POST, Site.ATTN, Site.MLP);

    private final TraceDocument document;
    private final int positions;

    private WholeCheck(TraceDocument document) {
        this.document = document;
        this.positions = document.positions().size();
    }

    static void check(TraceDocument document) {
        WholeCheck check = new WholeCheck(document);
        check.headPatterns();
        check.hookPoints();
    }

    private void headPatterns() {
        Set<String> names = new HashSet<>();
        int i = 0;
        for (Map<String, Object> row : document.headPatterns()) {
            String place = "/headPatterns/" + i++;
            within(row, "layer", place);
            within(row, "head", "heads", place);
            String name = ComponentName.head(number(row, "layer"), number(row, "head"))
                    .toString();
            named(name, row, names, place);
            rows(row, place);
            lists(row, place);
        }
    }

    private void hookPoints() {
        Set<String> names = new HashSet<>();
        int i = 0;
        for (Map<String, Object> row : document.hookPoints()) {
            String place = "/hookPoints/" + i++;
            within(row, "layer", place);
            if (SITES.stream().noneMatch(site -> site.toString().equals(row.get("site")))) {
                throw DocumentException.at(
                        place + "/site",
                        "is \"" + row.get("site") + "\"; it must be one of "
                                + SITES.stream().map(Site::toString).collect(Collectors.joining(", ")));
            }
            named(text(row, "name"), row, names, place);
            lists(row, place);
        }
    }

    private static void named(String name, Map<String, Object> row, Set<String> names, String place) {
        if (!name.equals(row.get("name"))) {
            throw DocumentException.at(place + "/name", "is \"" + row.get("name") + "\"; its place makes it " + name);
        }
        if (!names.add(name)) {
            throw DocumentException.at(place, "is there twice: " + name);
        }
    }

    // each query's row begins where the one before ends, and its keys lie before it
    private void rows(Map<String, Object> row, String place) {
        long[] starts = whole(row, "starts");
        long[] keys = whole(row, "keys");
        if (starts.length != positions + 1 || starts[0] != 0 || starts[positions] != keys.length) {
            throw DocumentException.at(
                    place + "/starts", "must be " + (positions + 1) + " numbers from 0 to the number of keys");
        }
        if (!(row.get("weights") instanceof List<?> weights) || weights.size() != keys.length) {
            throw DocumentException.at(place + "/weights", "must be as many as keys");
        }
        for (int q = 0; q < positions; q++) {
            if (starts[q + 1] < starts[q]) {
                throw DocumentException.at(place + "/starts/" + (q + 1), "is less than the one before");
            }
            for (long k = starts[q]; k < starts[q + 1]; k++) {
                if (keys[(int) k] < 0 || keys[(int) k] > q) {
                    throw DocumentException.at(
                            place + "/keys/" + k, "is " + keys[(int) k] + ", not from 0 to its query, " + q);
                }
            }
        }
    }

    private void lists(Map<String, Object> row, String place) {
        lists(row, BY_POSITION, positions, "positions", place);
        int answer = document.trace().get("targetTokens") instanceof List<?> tokens ? tokens.size() : 0;
        lists(row, BY_TOKEN, answer, "the answer's tokens", place);
        for (long token : row.containsKey("tokens") ? whole(row, "tokens") : new long[0]) {
            if (token < 0 || token >= number(document.model(), "vocabulary")) {
                throw DocumentException.at(place + "/tokens", "has " + token + ", which is outside the vocabulary");
            }
        }
    }

    private static void lists(Map<String, Object> row, Set<String> names, int size, String of, String place) {
        Stream<String> lists = names.stream().filter(row::containsKey);
        lists.forEach(name -> {
            if (!(row.get(name) instanceof List<?> list) || list.size() != size) {
                throw DocumentException.at(place + "/" + name, "must be as many as " + of + ": " + size);
            }
        });
    }

    private static long[] whole(Map<String, Object> row, String name) {
        return row.get(name) instanceof List<?> list
                ? Arrays.stream(list.toArray()).mapToLong(value -> (Long) value).toArray()
                : new long[0];
    }

    private void within(Map<String, Object> row, String name, String place) {
        within(row, name, name + "s", place);
    }

    private void within(Map<String, Object> row, String name, String size, String place) {
        int most = number(document.model(), size);
        if (number(row, name) < 0 || number(row, name) >= most) {
            throw DocumentException.at(place + "/" + name, "is " + row.get(name) + ", not from 0 to " + (most - 1));
        }
    }
}
