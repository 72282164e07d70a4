package io.headstream.cypher;

import java.util.Locale;

/** A value that a query or statement takes or answers with, as its header declares it. It may be null where the figure does not exist. */
public record Column(String name, Type type, String explanation) {

    /** What a value is: a type of the database's, or a string or whole number that names something of the graph. */
    public enum Type {
        STRING,
        INTEGER,
        FLOAT,
        BOOLEAN,
        LIST,
        MAP,
        NODE,
        RELATIONSHIP,
        PATH,
        /** Text of a token, its leading space kept. */
        TOKEN,
        /** Id of a trace. */
        TRACE,
        /** Name of a head, such as L3H2. */
        HEAD,
        /** Name of a neuron, such as L3N1204. */
        NEURON,
        /** A position of the prompt, from 0. */
        POSITION;

        /** The name in headers and in JSON. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
