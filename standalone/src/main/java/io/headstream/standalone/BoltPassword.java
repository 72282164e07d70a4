package io.headstream.standalone;

import io.headstream.access.file.OwnerFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
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
        Path file = file(data);
        try {
            Optional<String> kept = Files.exists(file) ? read(file) : Optional.empty();
            String value = given.or(() -> kept).orElseGet(BoltPassword::random);
            return new BoltPassword(file, value, !kept.equals(Optional.of(value)));
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** Where the one of a data folder lies. */
    static Path file(Path data) {
        return data.resolve("bolt-password");
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
            OwnerFile.write(file, (value + "\n").getBytes(StandardCharsets.UTF_8));
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
        OwnerFile.close(file);
        String kept = Files.readString(file, StandardCharsets.UTF_8).strip();
        return Optional.of(kept).filter(text -> text.length() >= LEAST && isLine(text));
    }

    @Override
    public String toString() {
        return "BoltPassword[" + file + "]";
    }
}
