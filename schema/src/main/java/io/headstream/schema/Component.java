package io.headstream.schema;

import java.util.regex.Pattern;

/** What a block is made of, as far as it has a name of its own. */
public enum Component {
    /** L9H6 */
    HEAD("H"),
    /** L3N1204 */
    NEURON("N"),
    /** L5.mlp; a block has one, so it has no number. */
    MLP(".mlp");

    private final String mark;
    private final Pattern form;

    Component(String mark) {
        this.mark = mark;
        this.form = Pattern.compile("L\\d+" + Pattern.quote(mark) + (mark.startsWith(".") ? "" : "\\d+"));
    }

    /** What stands between the layer and the number. */
    String mark() {
        return mark;
    }

    /** Whether a block has several, told apart by a number. */
    public boolean numbered() {
        return this != MLP;
    }

    /** Whether the text has the form of such a component's name, however large its numbers. */
    public boolean names(String text) {
        return form.matcher(text).matches();
    }
}
