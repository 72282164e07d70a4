package io.headstream.cypher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text files of this module. Folders are listed by an {@code index.txt} in them rather than by scanning, which not
 * every class loader (Quarkus' runner among them) supports; a test keeps the lists complete.
 */
final class Resources {
    private static final String ROOT = "headstream/";

    private Resources() {}

    static List<String> list(String folder) {
        return read(folder + "/index.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    static URL url(String path) {
        URL url = Resources.class.getClassLoader().getResource(ROOT + path);
        if (url == null) {
            throw new IllegalArgumentException("no resource " + ROOT + path + " in headstream-cypher");
        }
        return url;
    }

    static String read(String path) {
        try (InputStream in = url(path).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + ROOT + path, e);
        }
    }
}
