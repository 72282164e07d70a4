package io.headstream.ingest.document;

import static io.headstream.ingest.document.TraceDocument.number;
import static io.headstream.ingest.document.TraceDocument.text;

import io.headstream.ingest.body.Tags;
import io.headstream.schema.ActivationKind;
import io.headstream.schema.GraphSchema;
import io.headstream.schema.TraceFormat;
import io.headstream.schema.TraceSize;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What no schema can say of a document: whether its parts fit each other. Nothing dangles, nothing lies outside the model, and it counts as much as
 * it says.
 */
final class DocumentCheck {
    private static final GraphSchema SCHEMA = GraphSchema.load();
    private static final String ID = "[A-Za-z0-9._-]{1,100}";

    private static final int LARGEST = 100_000_000;
    private static final int MOST_HEADS = 200_000;

    private final TraceDocument document;
    private final Set<Long> tokens = new HashSet<>();
    private final Map<String, String> labels = new HashMap<>();

    private DocumentCheck(TraceDocument document) {
        this.document = document;
    }

    static void check(TraceDocument document) {
        DocumentCheck check = new DocumentCheck(document);
        check.trace();
        check.tokens();
        check.positions();
        check.nodes();
        check.edges();
        check.tokenEdges();
        check.fires();
        check.predictions();
        WholeCheck.check(document);
        SaidCheck.check(document);
        check.counts();
    }

    private void trace() {
        if (!document.id().matches(ID)) {
            throw DocumentException.at("/trace/id", "may have letters, digits, '.', '_' and '-', 100 at most");
        }
        if (!document.modelId().equals(text(document.trace(), "model"))) {
            throw DocumentException.at("/trace/model", "is not /model/id");
        }
        for (String size : TraceFormat.SHAPE) {
            within(number(document.model(), size), 1, LARGEST, "/model/" + size);
        }
        // the model's heads are made of these two figures
        long heads = (long) number(document.model(), "layers") * number(document.model(), "heads");
        if (heads > MOST_HEADS) {
            throw DocumentException.at("/model/heads", "makes " + heads + " in all; the most are " + MOST_HEADS);
        }
        if (document.trace().get("tags") instanceof List<?> tags) {
            Tags.problem(tags).ifPresent(problem -> {
                throw DocumentException.at("/trace/tags", problem);
            });
        }
        requireTime(text(document.trace(), "createdAt"), "/trace/createdAt");
        within(number(document.trace(), "version"), 1, TraceFormat.NEWEST.version() + 1, "/trace/version");
        within(number(document.trace(), "targetPosition"), 0, positionCount(), "/trace/targetPosition");
        within(
                number(document.trace(), "targetToken"),
                0,
                number(document.model(), "vocabulary"),
                "/trace/targetToken");
        answer();
    }

    // of several tokens: lists of one length
    private void answer() {
        if (document.trace().get("targetTokens") instanceof List<?> answer) {
            for (String list :
                    List.of("targetPositions", "targetRanks", "targetLogProbabilities", "distractorTokens")) {
                Object other = document.trace().get(list);
                boolean optional = list.equals("distractorTokens");
                if (other == null ? !optional : ((List<?>) other).size() != answer.size()) {
                    throw DocumentException.at(
                            "/trace/" + list, "must have as many members as /trace/targetTokens, " + answer.size());
                }
            }
        }
    }

    private void tokens() {
        int i = 0;
        for (Map<String, Object> token : document.tokens()) {
            String place = "/tokens/" + i++;
            within(number(token, "id"), 0, number(document.model(), "vocabulary"), place + "/id");
            if (!tokens.add((long) number(token, "id"))) {
                throw DocumentException.at(place, "is there twice: token " + number(token, "id"));
            }
        }
    }

    private void positions() {
        if (number(document.trace(), "positions") != positionCount() || positionCount() == 0) {
            throw DocumentException.at(
                    "/positions",
                    "are " + positionCount() + ", and /trace/positions says "
                            + document.trace().get("positions"));
        }
        for (int p = 0; p < positionCount(); p++) {
            Map<String, Object> position = document.positions().get(p);
            String place = "/positions/" + p;
            if (number(position, "index") != p) {
                throw DocumentException.at(
                        place + "/index", "is " + position.get("index") + "; positions count from 0");
            }
            token(position, place);
        }
    }

    private void nodes() {
        Map<String, Object> model = document.model();
        int i = 0;
        for (Map<String, Object> node : document.nodes()) {
            String place = "/nodes/" + i++;
            within(number(node, "layer"), 0, number(model, "layers"), place + "/layer");
            within(number(node, "position"), 0, positionCount(), place + "/position");
            if (node.containsKey("head")) {
                within(number(node, "head"), 0, number(model, "heads"), place + "/head");
            }
            if (node.containsKey("index")) {
                within(number(node, "index"), 0, number(model, "dMlp"), place + "/index");
            }
            String expected = NodeId.of(node, place).toString();
            if (!expected.equals(node.get("node"))) {
                throw DocumentException.at(
                        place + "/node", "is \"" + node.get("node") + "\"; its label and place make it " + expected);
            }
            if (labels.put(expected, text(node, "label")) != null) {
                throw DocumentException.at(place + "/node", "is there twice: " + expected);
            }
        }
    }

    private void edges() {
        int i = 0;
        for (Map<String, Object> edge : document.edges()) {
            String place = "/edges/" + i++;
            joined(edge, label(edge, "source", place), label(edge, "target", place), place);
        }
    }

    // from any node: a trace of detail full says of all that it keeps what it writes
    private void tokenEdges() {
        int i = 0;
        for (Map<String, Object> edge : document.tokenEdges()) {
            String place = "/tokenEdges/" + i++;
            token(edge, place);
            label(edge, "source", place);
        }
    }

    private void fires() {
        int i = 0;
        for (Map<String, Object> edge : document.fires()) {
            String place = "/fires/" + i++;
            within(number(edge, "neuron"), 0, number(document.model(), "dMlp"), place + "/neuron");
            String firing = ActivationKind.MLP_OUTPUT.label();
            if (!label(edge, "source", place).equals(firing)) {
                throw DocumentException.at(place + "/source", "is \"" + edge.get("source") + "\", no " + firing);
            }
        }
    }

    private void predictions() {
        int i = 0;
        for (Map<String, Object> prediction : document.predictions()) {
            token(prediction, "/predictions/" + i++);
        }
    }

    // what the trace says of its size, so that a document that lost some of its rows is found out
    private void counts() {
        TraceSize size = new TraceSize(
                positionCount(),
                document.nodes().size(),
                (int) document.nodes().stream()
                        .filter(node -> node.containsKey("head") || node.containsKey("index"))
                        .count(),
                document.edges().size(),
                document.tokenEdges().size(),
                document.fires().size(),
                document.predictions().size(),
                document.headPatterns().size(),
                document.hookPoints().size());
        same(size.nodes(), "nodes");
        same(size.relationships(), "relationships");
    }

    private void same(int found, String key) {
        if (found != number(document.trace(), key)) {
            throw DocumentException.at(
                    "/trace/" + key,
                    "says " + document.trace().get(key) + ", and the document has " + found
                            + "; some of it is missing");
        }
    }

    private int positionCount() {
        return document.positions().size();
    }

    private void token(Map<String, Object> row, String place) {
        if (!tokens.contains((long) number(row, "token"))) {
            throw DocumentException.at(place + "/token", "is " + row.get("token") + ", which /tokens does not have");
        }
    }

    private String label(Map<String, Object> edge, String end, String place) {
        String label = labels.get(text(edge, end));
        if (label == null) {
            throw DocumentException.at(place + "/" + end, "is \"" + edge.get(end) + "\", which /nodes does not have");
        }
        return Objects.requireNonNull(label);
    }

    private static void joined(Map<String, Object> edge, String from, String to, String place) {
        if (!joins(text(edge, "type"), from, to)) {
            throw DocumentException.at(
                    place,
                    "is a " + edge.get("type") + " from a " + from + " to a " + to
                            + "; docs/schema.md says between what it may be");
        }
    }

    // the schema's dates are wider than those that the database reads
    static void requireTime(String text, String place) {
        try {
            ZonedDateTime.parse(text);
        } catch (DateTimeException e) {
            throw DocumentException.at(place, "is \"" + text + "\", not a date and time such as 2026-11-24T08:00:00Z");
        }
    }

    private static boolean joins(String type, String from, String to) {
        return SCHEMA.relationshipsOf(type).stream()
                .anyMatch(r -> r.starts().contains(from) && r.ends().contains(to));
    }

    private static void within(int value, int least, int end, String place) {
        if (value < least || value >= end) {
            throw DocumentException.at(place, "is " + value + ", not from " + least + " to " + (end - 1));
        }
    }
}
