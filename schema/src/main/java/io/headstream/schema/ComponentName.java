package io.headstream.schema;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A component's name: L9H6 a head, L3N1204 a neuron, L5.mlp an MLP. {@link #parse} and {@link #toString} are each other's inverse.
 *
 * @param number the head's or neuron's index within its layer, from 0; -1 of an MLP
 */
public record ComponentName(Component component, int layer, int number) {
    private static final String COUNT = "(0|[1-9]\\d{0,8})";
    private static final Pattern FORM = Pattern.compile("L" + COUNT + "(H|N|\\.mlp)" + COUNT + "?");

    public ComponentName {
        if (layer < 0 || component.numbered() != number >= 0) {
            throw new IllegalArgumentException("no " + component + " is in layer " + layer + " with number " + number);
        }
    }

    public static ComponentName head(int layer, int head) {
        return new ComponentName(Component.HEAD, layer, head);
    }

    public static ComponentName neuron(int layer, int index) {
        return new ComponentName(Component.NEURON, layer, index);
    }

    public static ComponentName mlp(int layer) {
        return new ComponentName(Component.MLP, layer, -1);
    }

    /** The component of that name; empty if it is none. */
    public static Optional<ComponentName> parse(String name) {
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int layer = Integer.parseInt(matcher.group(1));
        String number = matcher.group(3);
        for (Component component : Component.values()) {
            if (component.mark().equals(matcher.group(2)) && component.numbered() == (number != null)) {
                return Optional.of(new ComponentName(component, layer, number == null ? -1 : Integer.parseInt(number)));
            }
        }
        return Optional.empty();
    }

    /** A regular expression that matches names, and nothing else. */
    public static String pattern() {
        return Arrays.stream(Component.values())
                .map(component -> component.mark().replace(".", "\\.") + (component.numbered() ? "\\d+" : ""))
                .collect(Collectors.joining("|", "^L\\d+(?:", ")$"));
    }

    @Override
    public String toString() {
        return "L" + layer + component.mark() + (component.numbered() ? number : "");
    }
}
