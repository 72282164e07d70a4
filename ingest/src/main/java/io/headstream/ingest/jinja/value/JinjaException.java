package io.headstream.ingest.jinja.value;

/** A template that cannot be read, or not be run to its end. */
public class JinjaException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public JinjaException(String message) {
        super(message);
    }

    /** The same, with the line where it is known. */
    public static JinjaException at(int line, String message) {
        return new JinjaException("line " + line + ": " + message);
    }

    /** The template's own refusal, by {@code raise_exception}. */
    public static final class Raised extends JinjaException {
        private static final long serialVersionUID = 1;

        public Raised(String message) {
            super(message);
        }
    }
}
