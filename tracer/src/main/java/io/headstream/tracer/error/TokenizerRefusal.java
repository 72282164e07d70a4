package io.headstream.tracer.error;

/** A tokenizer, or a prompt in its hands, cannot be used. The message says why, as part of a sentence, and is the user's to read. */
public final class TokenizerRefusal extends TraceException {
    private final boolean lasting;

    private TokenizerRefusal(String message, boolean lasting) {
        super(message);
        this.lasting = lasting;
    }

    /** What would be found again. */
    public static TokenizerRefusal of(String message) {
        return new TokenizerRefusal(message, true);
    }

    /** What is the machine's state rather than the tokenizer's fault, and so is not remembered. */
    public static TokenizerRefusal passing(String message) {
        return new TokenizerRefusal(message + "; try again", false);
    }

    /** Whether it would be found again. */
    public boolean isLasting() {
        return lasting;
    }
}
