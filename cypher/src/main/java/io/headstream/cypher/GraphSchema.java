package io.headstream.cypher;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The graph's vocabulary as declared in {@code headstream/schema.txt}: labels, relationship types and their properties. */
public record GraphSchema(List<NodeKind> nodes, List<RelationshipKind> relationships) {
    private static final Pattern NODE = Pattern.compile("\\((\\w+)\\) (.+)");
    private static final Pattern RELATIONSHIP = Pattern.compile("\\(([\\w|]+)\\)-\\[(\\w+)]->\\(([\\w|]+)\\) (.+)");
    private static final Pattern PROPERTY =
            Pattern.compile("  (\\w+) (ZONED DATETIME|LIST OF STRING|LIST OF FLOAT|[A-Z]+) (.+)");

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
        for (String line : Resources.read("schema.txt").lines().toList()) {
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

    private static List<String> names(String alternatives) {
        return List.of(alternatives.split("\\|"));
    }
}
