package io.headstream.ingest.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import io.headstream.access.text.Nearest;
import io.headstream.access.text.WholeCharacters;
import io.headstream.schema.TraceFormat;
import io.headstream.schema.TraceFormat.Section;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads a document token by token; the members may come in any order. */
public final class DocumentReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final TraceFormat FORMAT = TraceFormat.NEWEST;

    // of the heap, in bytes
    private static final long MOST = Runtime.getRuntime().maxMemory() / 5;
    private static final int LONGEST_LIST = 100_000;

    private static final List<String> MEMBERS = Stream.concat(
                    Stream.of("$schema", "format", "version"),
                    Arrays.stream(Section.values()).map(Section::member))
            .toList();

    private final JsonParser parser;
    private final Weight weight;
    private final Map<Section, List<Map<String, Object>>> rows = new EnumMap<>(Section.class);
    private boolean format;
    private boolean version;
    private int written = FORMAT.version();

    private DocumentReader(JsonParser parser, Weight weight) {
        this.parser = parser;
        this.weight = weight;
    }

    /**
     * A document whose every part is sound and fits the others.
     *
     * @throws DocumentException if it is not, naming the place, or if it takes more of the heap than a document may
     */
    public static TraceDocument read(InputStream in) throws IOException {
        try (JsonParser parser = JSON.createParser(in)) {
            TraceDocument document = new DocumentReader(parser, new Weight(parser, MOST)).document();
            DocumentCheck.check(document);
            return document;
        } catch (InputCoercionException e) {
            throw new DocumentException("a number is too large at " + place(e));
        } catch (JsonProcessingException e) {
            throw new DocumentException("the document is not whole, or no JSON, at " + place(e) + ": "
                    + e.getOriginalMessage() + "; export it again");
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? "its end"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private TraceDocument document() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new DocumentException("the document is no JSON object; give a file that `headstream export` wrote");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            member(parser.currentName());
        }
        if (parser.nextToken() != null) {
            throw new DocumentException("there is more after the document's end; import one trace at a time");
        }
        require(format, "format");
        require(version, "version");
        for (Section section : Section.values()) {
            if (section.since() > written) {
                rows.putIfAbsent(section, List.of());
            }
            require(rows.containsKey(section), section.member());
        }
        return new TraceDocument(
                rows(Section.MODEL).get(0),
                rows(Section.TRACE).get(0),
                rows(Section.TOKENS),
                rows(Section.POSITIONS),
                rows(Section.NODES),
                rows(Section.EDGES),
                rows(Section.TOKEN_EDGES),
                rows(Section.FIRES),
                rows(Section.PREDICTIONS),
                rows(Section.HEAD_PATTERNS),
                rows(Section.HOOK_POINTS),
                rows(Section.LABELS),
                rows(Section.VIEWS));
    }

    private void member(String name) throws IOException {
        parser.nextToken();
        switch (name) {
            case "$schema" -> parser.skipChildren();
            case "format" -> format();
            case "version" -> version();
            default -> {
                Section section = Section.named(name).orElseThrow(() -> noMember(name));
                rows.put(section, section.list() ? list(section) : List.of(row(section, "/" + name)));
            }
        }
    }

    private static DocumentException noMember(String name) {
        return DocumentException.at(
                "/" + name,
                "is no member of version " + FORMAT.version()
                        + Nearest.of(name, MEMBERS)
                                .map(near -> "; meant " + near + "?")
                                .orElse(""));
    }

    private void format() throws IOException {
        if (!TraceFormat.NAME.equals(parser.getText())) {
            throw DocumentException.at(
                    "/format",
                    "is not " + TraceFormat.NAME + "; give what `headstream export --format json` wrote of a trace");
        }
        format = true;
    }

    private void version() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT || parser.getLongValue() < 1) {
            throw DocumentException.at("/version", "is " + parser.getText() + ", not a whole number from 1");
        }
        if (parser.getLongValue() > FORMAT.version()) {
            throw DocumentException.at(
                    "/version",
                    "is " + parser.getText() + ", and this Headstream reads up to " + FORMAT.version()
                            + "; import it with a newer one");
        }
        written = parser.getIntValue();
        if (written < FORMAT.version() && !rows.isEmpty()) {
            throw DocumentException.at("/version", "comes after what it says how to read; put it first");
        }
        version = true;
    }

    private List<Map<String, Object>> list(Section section) throws IOException {
        String place = "/" + section.member();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw DocumentException.at(place, "is no list");
        }
        List<Map<String, Object>> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(row(section, place + "/" + list.size()));
            weight.row();
        }
        return list;
    }

    private Map<String, Object> row(Section section, String place) throws IOException {
        Map<String, Object> row = FORMAT.upgraded(written, section, object(place));
        return PublishedSchema.newest().of(section, row, place).check(row, place);
    }

    private Map<String, Object> object(String place) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw DocumentException.at(place, "is no object");
        }
        Map<String, Object> row = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            row.put(name, value(place + "/" + name));
        }
        return row;
    }

    private Object value(String place) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> whole(parser.getText(), place);
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> finite(parser.getDoubleValue(), place);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_ARRAY -> values(place);
            case VALUE_NULL -> throw DocumentException.at(place, "is null; a figure that does not exist is left out");
            default ->
                throw DocumentException.at(place, "is an object; it must be a number, a text or a list of texts");
        };
    }

    private static String whole(String text, String place) {
        if (!WholeCharacters.make(text)) {
            throw DocumentException.at(place, "is " + WholeCharacters.PROBLEM);
        }
        return text;
    }

    private static double finite(double value, String place) {
        if (!Double.isFinite(value)) {
            throw DocumentException.at(place, "is too large for a number");
        }
        return value;
    }

    private List<Object> values(String place) throws IOException {
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String at = place + "/" + values.size();
            if (values.size() == LONGEST_LIST) {
                throw DocumentException.at(place, "is longer than any list of a trace: " + LONGEST_LIST + " values");
            }
            values.add(
                    switch (parser.currentToken()) {
                        case VALUE_STRING -> whole(parser.getText(), at);
                        case VALUE_NUMBER_INT -> parser.getLongValue();
                        case VALUE_NUMBER_FLOAT -> finite(parser.getDoubleValue(), at);
                        default -> throw DocumentException.at(at, "is neither a text nor a number");
                    });
        }
        return values;
    }

    private List<Map<String, Object>> rows(Section section) {
        return Objects.requireNonNull(rows.get(section), section::member);
    }

    private static void require(boolean there, String name) {
        if (!there) {
            throw new DocumentException("the document has no member " + name + "; give what `headstream export` wrote");
        }
    }
}
