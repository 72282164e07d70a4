package io.headstream.cypher;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Cypher by name: one statement a file under {@code headstream/write}, {@code headstream/read} and {@code headstream/accounts}. */
public final class Statements {
    private static final Map<String, String> LOADED = new ConcurrentHashMap<>();

    private Statements() {}

    /**
     * A statement that changes the graph; its file's header names the parameters.
     *
     * @param name the file's name without {@code .cypher}, such as {@code "activations"}
     * @throws IllegalArgumentException if there is no such file
     */
    public static String write(String name) {
        return load("write/" + name);
    }

    /**
     * A statement that only reads; its file's header names the parameters.
     *
     * @param name the file's name without {@code .cypher}
     * @throws IllegalArgumentException if there is no such file
     */
    public static String read(String name) {
        return load("read/" + name);
    }

    /**
     * A statement for the system database, about who may log on; its file's header names the parameters.
     *
     * @param name the file's name without {@code .cypher}
     * @throws IllegalArgumentException if there is no such file
     */
    public static String accounts(String name) {
        return load("accounts/" + name);
    }

    private static String load(String path) {
        return LOADED.computeIfAbsent(path, key -> Resources.read(key + ".cypher"));
    }
}
