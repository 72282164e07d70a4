package io.headstream.standalone.first;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A graph's files in one zip: first what it is of, with a checksum of the files' names and content, then the files. */
record GraphArchive(Path file) {
    private static final String ABOUT = "about.properties";
    private static final String FILES = "files-sha256";

    /** What it is of, and the files' content by their names below the database's folder. */
    record Content(Map<String, String> about, Map<String, byte[]> files) {}

    /** Keeps the files of a folder, but for empty ones, which are locks. */
    void write(Map<String, String> about, Path folder) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Path each : files(folder)) {
            files.put(folder.relativize(each).toString(), Files.readAllBytes(each));
        }
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.setLevel(9);
            put(zip, ABOUT, properties(about, checksum(files)));
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                put(zip, each.getKey(), each.getValue());
            }
        }
    }

    private static String checksum(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, content) -> {
                digest.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted().toList()) {
                if (Files.isRegularFile(each) && Files.size(each) > 0) {
                    files.add(each);
                }
            }
        }
        return files;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] properties(Map<String, String> about, String checksum) throws IOException {
        Properties properties = new Properties();
        properties.putAll(about);
        properties.setProperty(FILES, checksum);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IOException where it is damaged, or cannot be read */
    Map<String, String> about() throws IOException {
        try (ZipInputStream zip = open()) {
            return about(zip);
        }
    }

    /**
     * All of it, in memory: it is known to be whole before any of it is anywhere else.
     *
     * @throws IOException where it is damaged, or cannot be read
     */
    Content read() throws IOException {
        try (ZipInputStream zip = open()) {
            Map<String, String> about = about(zip);
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), content(zip));
            }
            if (!checksum(files).equals(about.get(FILES))) {
                throw new ZipException("its files are not those that it was made of");
            }
            return new Content(about, files);
        } catch (IllegalArgumentException e) {
            throw new ZipException(String.valueOf(e.getMessage()));
        }
    }

    private ZipInputStream open() throws IOException {
        return new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }

    private static Map<String, String> about(ZipInputStream zip) throws IOException {
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(ABOUT)) {
            throw new ZipException("it does not say what it is of");
        }
        Properties properties = new Properties();
        properties.load(new StringReader(new String(content(zip), StandardCharsets.UTF_8)));
        Map<String, String> about = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(name -> about.put(name, properties.getProperty(name)));
        return about;
    }

    private static byte[] content(InputStream in) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        in.transferTo(content);
        return content.toByteArray();
    }
}
