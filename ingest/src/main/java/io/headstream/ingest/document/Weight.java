package io.headstream.ingest.document;

import com.fasterxml.jackson.core.JsonParser;

/** What a document takes of the heap as it is read: a few times its length, and more where its rows are many and short. */
final class Weight {
    // an estimate, on the high side, for exported traces and for rows of one member
    private static final int A_BYTE = 4;
    private static final int A_ROW = 250;
    private static final int EVERY = 64;

    private final JsonParser parser;
    private final long most;
    private long rows;

    Weight(JsonParser parser, long most) {
        this.parser = parser;
        this.most = most;
    }

    /** Counts a row. */
    void row() {
        if (++rows % EVERY == 0
                && A_ROW * rows + A_BYTE * parser.currentLocation().getByteOffset() > most) {
            throw DocumentException.tooLarge("the document has more than " + rows + " rows in its first "
                    + parser.currentLocation().getByteOffset() / 1_000_000
                    + " MB, and takes more memory than an import may have; give Java more (HEADSTREAM_HEAP)");
        }
    }
}
