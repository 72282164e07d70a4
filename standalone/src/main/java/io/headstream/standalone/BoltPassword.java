package io.headstream.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * What people's programs log on with to the embedded database, as user neo4j. It is kept in the data folder, in a file that its owner alone may
 * read, from which the command line and the Python client take it.
 *
 * @param file where it lies
 * @param isNew whether the file does not hold it yet
 */
record BoltPassword(Path file, String value, boolean isNew) {
    static final String USER = "neo4j";

    private static final int LEAST = 12;
    private static final int RANDOM_BYTES = 20;

    /**
     * The password of a data folder: the one that is given, else the one kept, else a new random one.
     *
     * @throws Settings.UserError where the file cannot be read
     */
    static BoltPassword of(Path data, Optional<String> given) {
        Path file = data.resolve("bolt-password");
        try {
            Optional<String> kept = Files.exists(file) ? read(file) : Optional.empty();
            String value = given.or(() -> kept).orElseGet(BoltPassword::random);
            return new BoltPassword(file, value, !kept.equals(Optional.of(value)));
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    Account account() {
        return new Account(USER, value);
    }

    /**
     * Puts it into the file.
     *
     * @throws Settings.UserError where the file cannot be written
     */
    void keep() {
        try {
            write(file, value);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** @throws Settings.UserError where a password is too short, or not one line */
    static String check(String given) {
        if (given.length() < LEAST || !isLine(given)) {
            throw new Settings.UserError("HEADSTREAM_BOLT_PASSWORD must be one line of at least " + LEAST
                    + " characters; without it a random password is made");
        }
        return given;
    }

    private static boolean isLine(String text) {
        return text.equals(text.strip()) && text.chars().noneMatch(Character::isISOControl);
    }

    private static Settings.UserError unusable(Path file, IOException e) {
        return new Settings.UserError(
                "the password of the database in '" + file + "' cannot be read or written: " + e
                        + ". Make the file yours, or delete it: a new password is then made",
                e);
    }

    static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Optional<String> read(Path file) throws IOException {
        if (isPosix(file)) { // a copy of the folder may have lost it
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        String kept = Files.readString(file, StandardCharsets.UTF_8).strip();
        return Optional.of(kept).filter(text -> text.length() >= LEAST && isLine(text));
    }

    // whole or not at all, and never readable by others, not even for a moment
    private static void write(Path file, String value) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path next = isPosix(folder)
                ? Files.createTempFile(
                        folder,
                        ".bolt-password",
                        "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, ".bolt-password", "");
        try {
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap((value + "\n").getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    @Override
    public String toString() {
        return "BoltPassword[" + file + "]";
    }
}
