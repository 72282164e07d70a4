package io.headstream.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The graph's vocabulary as declared in {@code headstream/schema.txt}: labels, relationship types and their properties. */
public record GraphSchema(List<NodeKind> nodes, List<RelationshipKind> relationships) {
    private static final String ACTIVATION = "Activation";
    private static final Pattern NODE = Pattern.compile("\\((\\w+)\\) (.+)");
    private static final Pattern RELATIONSHIP = Pattern.compile("\\(([\\w|]+)\\)-\\[(\\w+)]->\\(([\\w|]+)\\) (.+)");
    private static final Pattern PROPERTY =
            Pattern.compile("  (\\w+) (ZONED DATETIME|LIST OF STRING|LIST OF FLOAT|LIST OF INTEGER|[A-Z]+) (.+)");

    /** A label and what it stands for. */
    public record NodeKind(String label, String explanation, List<Property> properties) {}

    /** A relationship type between some labels. */
    public record RelationshipKind(
            List<String> starts, String type, List<String> ends, String explanation, List<Property> properties) {}

    /** A property; absent on a node where the figure does not exist. */
    public record Property(String name, String type, String explanation) {}

    /** Reads the declaration. */
    public static GraphSchema load() {
        List<NodeKind> nodes = new ArrayList<>();
        List<RelationshipKind> relationships = new ArrayList<>();
        List<Property> properties = new ArrayList<>();
        for (String line : text().lines().toList()) {
            Matcher node = NODE.matcher(line);
            Matcher relationship = RELATIONSHIP.matcher(line);
            Matcher property = PROPERTY.matcher(line);
            if (property.matches()) {
                properties.add(new Property(property.group(1), property.group(2), property.group(3)));
            } else if (node.matches()) {
                properties = new ArrayList<>();
                nodes.add(new NodeKind(node.group(1), node.group(2), properties));
            } else if (relationship.matches()) {
                properties = new ArrayList<>();
                relationships.add(new RelationshipKind(
                        names(relationship.group(1)),
                        relationship.group(2),
                        names(relationship.group(3)),
                        relationship.group(4),
                        properties));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalStateException("schema.txt: neither node, relationship nor property: " + line);
            }
        }
        return new GraphSchema(List.copyOf(nodes), List.copyOf(relationships));
    }

    /** What an activation can be besides: the labels that are declared below :Activation. */
    public List<String> activationLabels() {
        List<String> labels = nodes.stream().map(NodeKind::label).toList();
        return labels.subList(labels.indexOf(ACTIVATION) + 1, labels.size());
    }

    /** What a node of the label may have: of an activation the shared properties, then its own. Empty for an unknown label. */
    public List<Property> propertiesOf(String label) {
        List<Property> properties = new ArrayList<>(activationLabels().contains(label) ? own(ACTIVATION) : List.of());
        properties.addAll(own(label));
        return properties;
    }

    /** The kinds of a relationship type, one for each declaration; empty for an unknown type. */
    public List<RelationshipKind> relationshipsOf(String type) {
        return relationships.stream().filter(r -> r.type().equals(type)).toList();
    }

    /** The types from an activation to another, or to a token, in the order of their declaration. */
    public List<String> typesFromActivationsTo(boolean tokens) {
        List<String> activations = activationLabels();
        return relationships.stream()
                .filter(r -> activations.containsAll(r.starts()))
                .filter(r -> tokens ? r.ends().equals(List.of("Token")) : activations.containsAll(r.ends()))
                .map(RelationshipKind::type)
                .toList();
    }

    private List<Property> own(String label) {
        return nodes.stream()
                .filter(node -> node.label().equals(label))
                .findFirst()
                .map(NodeKind::properties)
                .orElse(List.of());
    }

    private static String text() {
        String name = "/headstream/schema.txt";
        try (InputStream in = Objects.requireNonNull(GraphSchema.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static List<String> names(String alternatives) {
        return List.of(alternatives.split("\\|"));
    }
}
