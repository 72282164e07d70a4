package io.headstream.ingest.document;

/** A document cannot be imported. The message names the place and is the user's to read. */
public final class DocumentException extends RuntimeException {
    DocumentException(String message) {
        super(message);
    }

    /** What is wrong at a place, given as a JSON pointer such as {@code /nodes/3/share}. */
    static DocumentException at(String place, String problem) {
        return new DocumentException((place.isEmpty() ? "the document" : place) + " " + problem);
    }
}
