package io.headstream.tracer.tokenizer.process;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import io.headstream.tracer.error.TokenizerRefusal;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongFunction;

/** The library in this process. Only ids and pieces are fetched: DJL's own encoding makes ten objects of each token. */
public final class NativeCodec implements Codec {
    private static final TokenizersLibrary LIBRARY = TokenizersLibrary.LIB;

    // many may ask at once; none while it closes, for the library would read freed memory
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private long handle;

    private NativeCodec(long handle) {
        this.handle = handle;
    }

    /** @throws RuntimeException if the library refuses the text; it may end the process instead */
    public static NativeCodec open(String json) {
        LibUtils.checkStatus();
        long handle = LIBRARY.createTokenizerFromString(json);
        // a prompt is traced as it is
        LIBRARY.disableTruncation(handle);
        LIBRARY.disablePadding(handle);
        return new NativeCodec(handle);
    }

    @Override
    public long[] ids(String text, boolean special) {
        return encoded(text, special, LIBRARY::getTokenIds);
    }

    @Override
    public String[] pieces(String text) {
        return encoded(text, false, LIBRARY::getTokens);
    }

    @Override
    public String text(long[] ids) {
        return with(
                open -> Optional.ofNullable(LIBRARY.decode(open, ids, false)).orElse(""));
    }

    private <T> T encoded(String text, boolean special, LongFunction<T> read) {
        return with(open -> {
            long encoding = LIBRARY.encode(open, text, special);
            try {
                return read.apply(encoding);
            } finally {
                LIBRARY.deleteEncoding(encoding);
            }
        });
    }

    private <T> T with(LongFunction<T> use) {
        lock.readLock().lock();
        try {
            if (handle == 0) {
                throw new IllegalStateException("the tokenizer is closed");
            }
            return use.apply(handle);
        } catch (IllegalStateException e) {
            throw e;
        } catch (RuntimeException e) {
            throw TokenizerRefusal.of("the tokenizers library says: " + e.getMessage());
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (handle != 0) {
                LIBRARY.deleteTokenizer(handle);
                handle = 0;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
