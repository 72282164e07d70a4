package io.headstream.cli.trace;

import io.headstream.cli.client.CommandFailure;
import io.headstream.cli.output.Output;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a download goes.
 *
 * @param out the file; - for standard output, null for the name that the server gives, in this folder
 */
public record SavedFile(@Nullable String out, @Nullable CommandSpec spec) {
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([\\w.-]+)\"");

    /** @throws CommandFailure where it breaks off; nothing is kept then */
    public void save(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            if ("-".equals(out)) {
                body.transferTo(System.out);
                System.out.flush();
            } else {
                Path file = Path.of(out == null ? name(response) : out);
                save(body, file);
                Output.of(spec).printf("%s: %d bytes%n", file, Files.size(file));
                Output.of(spec).flush();
            }
        } catch (IOException e) {
            throw CommandFailure.failed("the export broke off: " + e.getMessage() + "; nothing was kept");
        }
    }

    private static String name(HttpResponse<?> response) {
        Matcher name = FILE_NAME.matcher(
                response.headers().firstValue("Content-Disposition").orElse(""));
        return name.find() ? name.group(1) : "export";
    }

    // beside the target first, so that an export that breaks off leaves nothing under the name
    private static void save(InputStream body, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }
}
