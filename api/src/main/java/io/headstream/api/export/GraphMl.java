package io.headstream.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A directed graph in GraphML, every key declared with its type; nodes first, so that no edge names what is not there yet. */
public final class GraphMl implements AutoCloseable {
    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    private final XMLStreamWriter xml;
    private final List<Column> ofGraph;
    private final List<Column> ofNodes;
    private final List<Column> ofEdges;
    private int edges;

    public GraphMl(OutputStream out, List<Column> ofGraph, List<Column> ofNodes, List<Column> ofEdges)
            throws IOException {
        this.ofGraph = ofGraph;
        this.ofNodes = ofNodes;
        this.ofEdges = ofEdges;
        try {
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Opens the document. */
    public void start(String id, Map<String, ? extends @Nullable Object> properties) {
        write(() -> {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("graphml");
            xml.writeDefaultNamespace(NAMESPACE);
            keys("graph", ofGraph);
            keys("node", ofNodes);
            keys("edge", ofEdges);
            xml.writeStartElement("graph");
            xml.writeAttribute("id", legal(id));
            xml.writeAttribute("edgedefault", "directed");
            data("graph", ofGraph, properties);
        });
    }

    /** A node; `id` is its id, and `name` also its label in Gephi. */
    public void node(Map<String, ? extends @Nullable Object> row) {
        write(() -> {
            xml.writeStartElement("node");
            xml.writeAttribute("id", legal(String.valueOf(row.get("id"))));
            data("node", ofNodes, row);
            xml.writeEndElement();
        });
    }

    /** An edge from `source` to `target`. */
    public void edge(Map<String, ? extends @Nullable Object> row) {
        write(() -> {
            xml.writeStartElement("edge");
            xml.writeAttribute("id", "e" + edges++);
            xml.writeAttribute("source", legal(String.valueOf(row.get("source"))));
            xml.writeAttribute("target", legal(String.valueOf(row.get("target"))));
            data("edge", ofEdges, row);
            xml.writeEndElement();
        });
    }

    @Override
    public void close() {
        write(() -> {
            xml.writeEndDocument();
            xml.flush();
            xml.close();
        });
    }

    private void keys(String what, List<Column> columns) throws XMLStreamException {
        for (Column column : columns) {
            xml.writeEmptyElement("key");
            xml.writeAttribute("id", key(what, column));
            xml.writeAttribute("for", what);
            xml.writeAttribute("attr.name", column.name());
            xml.writeAttribute(
                    "attr.type",
                    switch (column.type()) {
                        case TEXT -> "string";
                        case WHOLE -> "long";
                        case NUMBER -> "double";
                        case TRUTH -> "boolean";
                    });
        }
    }

    private void data(String what, List<Column> columns, Map<String, ? extends @Nullable Object> row)
            throws XMLStreamException {
        for (Column column : columns) {
            Object value = row.get(column.name());
            if (value != null) {
                xml.writeStartElement("data");
                xml.writeAttribute("key", key(what, column));
                xml.writeCharacters(legal(value.toString()));
                xml.writeEndElement();
            }
        }
    }

    private static String key(String what, Column column) {
        return what.charAt(0) + "_" + column.name();
    }

    // XML 1.0 has no control characters, and a reader makes a line feed of a carriage return; tokens may be either
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean allowed =
                    c == '\t' || c == '\n' || c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF);
            if (allowed) {
                legal.appendCodePoint(c);
            } else {
                legal.append("\\u%04x".formatted(c));
            }
        });
        return legal.toString();
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private static void write(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new java.io.UncheckedIOException(new IOException(e));
        }
    }
}
