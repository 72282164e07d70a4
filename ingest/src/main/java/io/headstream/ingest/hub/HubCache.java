package io.headstream.ingest.hub;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/**
 * One model in the cache folder that is shared with Hugging Face's own tools: {@code models--org--name/} with the files under
 * {@code blobs/<etag>}, each commit as links to them under {@code snapshots/<commit>/}, and the commit of each branch in
 * {@code refs/<branch>}.
 */
final class HubCache {
    private final Path root;
    private final String name;
    private final boolean symlinks;

    HubCache(HubSettings settings, HubId id) {
        this.root = settings.cache();
        this.name = "models--" + id.repository().replace("/", "--");
        this.symlinks = settings.symlinks();
    }

    Path folder() {
        return root.resolve(name);
    }

    Path blobs() {
        return folder().resolve("blobs");
    }

    /** Makes the folders without which Hugging Face's tools take the model for broken. */
    void prepare() throws IOException {
        Files.createDirectories(blobs());
        Files.createDirectories(snapshots());
    }

    Path blob(HubFile file) {
        return blobs().resolve(file.etag());
    }

    /**
     * Where a blob grows. Not {@code <etag>.incomplete}, to which some versions of huggingface_hub append without looking: Python's lock
     * and Java's do not see each other on Linux. Its tools still count any {@code *.incomplete} as an unfinished download.
     */
    Path partial(HubFile file) {
        return blob(file).resolveSibling(file.etag() + ".headstream.incomplete");
    }

    Path lock(HubFile file) {
        return root.resolve(".locks").resolve(name).resolve(file.etag() + ".lock");
    }

    Path snapshots() {
        return folder().resolve("snapshots");
    }

    Path snapshot(String commit) {
        return snapshots().resolve(commit);
    }

    /** The commit of a revision, as of the last time it was asked for. */
    Optional<String> commit(HubId id) throws IOException {
        if (id.isCommit()) {
            return Optional.of(id.revision());
        }
        Path ref = ref(id);
        return Files.isRegularFile(ref) ? Optional.of(Files.readString(ref).strip()) : Optional.empty();
    }

    /** The bytes of the file that are here already, whole or not. */
    long present(String commit, HubFile file) throws IOException {
        if (isHere(commit, file)) {
            return file.size();
        }
        return Files.isRegularFile(partial(file)) ? Math.min(file.size(), Files.size(partial(file))) : 0;
    }

    /** Whether the whole file is here. */
    boolean isHere(String commit, HubFile file) throws IOException {
        return hasSize(blob(file), file.size()) || hasSize(snapshot(commit).resolve(file.path()), file.size());
    }

    private static boolean hasSize(Path path, long size) throws IOException {
        return Files.isRegularFile(path) && Files.size(path) == size;
    }

    /** Shows a blob as a file of a snapshot. */
    void link(String commit, HubFile file) throws IOException {
        Path folder = snapshot(commit);
        Path link = folder.resolve(file.path());
        Path blob = blob(file);
        if (!Files.exists(blob)) {
            return; // without links the file itself is in the snapshot
        }
        Files.createDirectories(folder);
        if (symlinks) {
            try {
                Path target = folder.relativize(blob);
                if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
                    return;
                }
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, target);
                return;
            } catch (FileAlreadyExistsException e) {
                return; // another process was faster
            } catch (UnsupportedOperationException | FileSystemException e) {
                // no links here, as on Windows without developer mode: as huggingface_hub does
            }
        }
        Files.move(blob, link, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Remembers which commit a revision is; readers see the old one or the new. */
    void remember(HubId id, String commit) throws IOException {
        if (!id.isCommit() && !commit(id).equals(Optional.of(commit))) {
            Path ref = ref(id);
            Files.createDirectories(ref.getParent());
            // not createTempFile, whose files other users of the cache cannot read
            Path fresh = ref.resolveSibling(ref.getFileName() + "." + UUID.randomUUID() + ".tmp");
            Files.writeString(fresh, commit);
            Files.move(fresh, ref, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path ref(HubId id) {
        return folder().resolve("refs").resolve(id.revision());
    }
}
