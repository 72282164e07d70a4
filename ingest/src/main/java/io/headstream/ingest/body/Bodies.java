package io.headstream.ingest.body;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bodies on their way in. Small ones are read at once; of large ones, which take several times their length while they are read, a few. */
public final class Bodies {
    private static final int SMALL = 100_000;
    private static final Pattern LENGTH = Pattern.compile("\\d{1,9}");

    private final Turns large = new Turns("large bodies", 8, 24, Duration.ofSeconds(30));

    /**
     * A record; none where the body is empty.
     *
     * @param length what the request says of its length
     * @throws BodyException naming what is wrong, and what it takes
     * @throws Turns.BusyException where too many large ones come at once
     */
    public <T> Optional<T> read(InputStream body, @Nullable String length, Class<T> type) throws IOException {
        if (isSmall(length)) {
            return StrictJson.read(body, type);
        }
        try (Turns.Turn turn = large.take()) {
            return StrictJson.read(body, type);
        }
    }

    private static boolean isSmall(@Nullable String length) {
        return length != null && LENGTH.matcher(length).matches() && Integer.parseInt(length) <= SMALL;
    }
}
