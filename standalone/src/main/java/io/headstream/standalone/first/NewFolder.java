package io.headstream.standalone.first;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A folder that is there as a whole or not at all, and its owner's alone: made beside its place, and moved there once all is on the disk. */
record NewFolder(Path place) {
    private static final String BEGUN = ".laying-";

    boolean isThere() {
        return Files.exists(place);
    }

    /**
     * Makes it, unless another process is quicker.
     *
     * @param files their content, by their names relative to the place
     * @throws IOException where it cannot be written; then nothing is left of it
     */
    void make(Map<String, byte[]> files) throws IOException {
        Path parent = Objects.requireNonNull(place.toAbsolutePath().getParent());
        Files.createDirectories(parent);
        removeBegun(parent);
        Path begun = Files.createTempDirectory(parent, BEGUN, mayBeReadBy("rwx------", parent));
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(begun, file.getKey(), file.getValue());
            }
            try (Stream<Path> all = Files.walk(begun)) {
                for (Path folder : all.filter(Files::isDirectory).toList()) {
                    force(folder);
                }
            }
            Files.move(begun, place, StandardCopyOption.ATOMIC_MOVE);
            force(parent);
        } catch (IOException e) {
            if (!isThere()) {
                throw e;
            }
        } finally {
            remove(begun);
        }
    }

    // what a start that was cut off has left
    private static void removeBegun(Path parent) throws IOException {
        List<Path> left = new ArrayList<>();
        try (Stream<Path> children = Files.list(parent)) {
            children.filter(child -> child.getFileName().toString().startsWith(BEGUN))
                    .forEach(left::add);
        }
        for (Path each : left) {
            remove(each);
        }
    }

    private static void write(Path folder, String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()), mayBeReadBy("rwx------", folder));
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                mayBeReadBy("rw-------", folder))) {
            for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    // so that it is there after a power cut, too
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] mayBeReadBy(String rights, Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(folder)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : all) {
                Files.deleteIfExists(each);
            }
        }
    }
}
