package io.headstream.ingest.store;

import io.headstream.access.file.OwnerFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of files that are there as a whole or not at all, whenever the process ends: each is written beside its place, brought to the disk, and
 * moved there. Only its owner reads it, and one process has it at a time.
 */
public final class DurableFolder implements AutoCloseable {
    private static final String DAMAGED = ".damaged";

    private final Path folder;
    private final FileChannel lock;

    private DurableFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens a folder, making it if it is not there, and clears away what was being written when its last process ended.
     *
     * @throws InUseException where another process has it
     */
    public static DurableFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        DurableFolder opened = new DurableFolder(folder, locked(folder));
        for (String name : opened.names()) {
            if (name.endsWith(OwnerFile.UNFINISHED)) {
                opened.delete(name);
            }
        }
        return opened;
    }

    /** Another process has the folder. */
    public static final class InUseException extends FileSystemException {
        InUseException(Path folder) {
            super(folder.toString(), null, "it is in use by another process");
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // had by this process, which is as bad
        }
        channel.close();
        throw new InUseException(folder);
    }

    /** Writes a file; when this returns, it outlives a loss of power. */
    public void write(String name, byte[] content) throws IOException {
        OwnerFile.write(folder.resolve(name), content);
    }

    public byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    public boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    public void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    /** Keeps a file that cannot be read under a name that nobody reads; returns it. */
    public Path setAside(String name) throws IOException {
        return Files.move(folder.resolve(name), folder.resolve(name + DAMAGED), StandardCopyOption.REPLACE_EXISTING);
    }

    /** What is there, in no order. */
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
