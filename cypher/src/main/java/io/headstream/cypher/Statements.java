package io.headstream.cypher;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Cypher by name: one statement a file under {@code headstream/write} and {@code headstream/read}, in folders by subject. A file's header names its
 * parameters and columns; a name is always written whole, so that whoever looks for a file's uses finds them.
 */
public final class Statements {
    private static final Map<String, String> LOADED = new ConcurrentHashMap<>();

    private Statements() {}

    /**
     * A statement that changes the graph, or what the database does.
     *
     * @param name the file's folder and name without {@code .cypher}, such as {@code "trace/activations"}
     * @throws IllegalArgumentException if there is no such file
     */
    public static String write(String name) {
        return load("write/" + name);
    }

    /**
     * A statement that only reads.
     *
     * @param name the file's folder and name without {@code .cypher}, such as {@code "trace/latest"}
     * @throws IllegalArgumentException if there is no such file
     */
    public static String read(String name) {
        return load("read/" + name);
    }

    static String load(String path) {
        return LOADED.computeIfAbsent(path, key -> StatementFile.parse(key, Resources.read(key + ".cypher"))
                .text());
    }
}
