package io.headstream.tracer.tokenizer.process;

/** What is asked of a tokenizer, wherever it runs. */
public interface Codec extends AutoCloseable {
    /**
     * A text's ids.
     *
     * @param special whether the special tokens are added that the tokenizer puts around a text
     */
    long[] ids(String text, boolean special);

    /** A text's tokens as the vocabulary writes them, nothing added. */
    String[] pieces(String text);

    /** The text of ids, special tokens included. */
    String text(long[] ids);

    @Override
    void close();
}
