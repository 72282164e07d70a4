package io.headstream.ingest.document;

/** A document cannot be imported. The message names the place and is the user's to read. */
public final class DocumentException extends RuntimeException {
    private final boolean tooLarge;

    DocumentException(String message) {
        this(message, false);
    }

    private DocumentException(String message, boolean tooLarge) {
        super(message);
        this.tooLarge = tooLarge;
    }

    static DocumentException tooLarge(String message) {
        return new DocumentException(message, true);
    }

    /** Whether it may be sound, and is only larger than can be held. */
    public boolean isTooLarge() {
        return tooLarge;
    }

    /** What is wrong at a place, given as a JSON pointer such as {@code /nodes/3/share}. */
    static DocumentException at(String place, String problem) {
        return new DocumentException((place.isEmpty() ? "the document" : place) + " " + problem);
    }
}
