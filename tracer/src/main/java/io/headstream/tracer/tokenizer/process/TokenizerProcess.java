package io.headstream.tracer.tokenizer.process;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The process that a tokenizer runs in: answers one question after the other on its standard streams, and ends when they close, also while
 * the library is busy.
 */
public final class TokenizerProcess {
    /** What may be asked. */
    public enum Ask {
        /** A tokenizer.json; nothing comes back. */
        OPEN,
        /** Everything that a trial does with the tokenizer that is open; nothing comes back. */
        TRY,
        IDS,
        IDS_WITH_SPECIAL,
        PIECES,
        /** The texts of many, each a prefix with one id behind it. */
        TEXTS,
        TEXT
    }

    static final byte DONE = 0;
    static final byte REFUSED = 1;

    private final BlockingQueue<Question> questions = new LinkedBlockingQueue<>();
    private @Nullable NativeCodec codec;

    private record Question(Ask ask, String text, long[] ids, long from, long to) {}

    private TokenizerProcess() {}

    public static void main(String[] arguments) throws Exception {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
        System.setOut(System.err); // whatever a library prints is no answer
        TokenizerProcess process = new TokenizerProcess();
        Thread reader = new Thread(() -> process.read(new DataInputStream(System.in)), "questions");
        reader.setDaemon(true);
        reader.start();
        System.setErr(new PrintStream(System.err, true));
        while (true) {
            process.answer(process.questions.take(), out);
            out.flush();
        }
    }

    // beside the library: when nobody is left to ask, whatever it does is for nothing
    private void read(DataInputStream in) {
        try {
            while (true) {
                Ask ask = Ask.values()[in.readByte()];
                questions.add(new Question(ask, Frames.text(in), Frames.numbers(in), in.readLong(), in.readLong()));
            }
        } catch (IOException | RuntimeException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void answer(Question question, DataOutputStream out) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            answer(question, codec, new DataOutputStream(answer));
        } catch (RuntimeException | OutOfMemoryError e) {
            out.writeByte(REFUSED);
            Frames.write(out, e instanceof OutOfMemoryError ? "it needs more memory than it may have" : message(e));
            return;
        }
        out.writeByte(DONE);
        answer.writeTo(out);
    }

    private static String message(Throwable e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    private void answer(Question question, @Nullable NativeCodec open, DataOutputStream out) throws IOException {
        if (question.ask() == Ask.OPEN) {
            codec = NativeCodec.open(question.text());
            return;
        }
        NativeCodec tokenizer = Objects.requireNonNull(open, "nothing is open");
        switch (question.ask()) {
            case TRY -> new Trial(tokenizer, question.to()).run();
            case IDS -> Frames.write(out, tokenizer.ids(question.text(), false));
            case IDS_WITH_SPECIAL -> Frames.write(out, tokenizer.ids(question.text(), true));
            case PIECES -> Frames.write(out, tokenizer.pieces(question.text()));
            case TEXT -> Frames.write(out, tokenizer.text(question.ids()));
            default -> Frames.write(out, Trial.texts(tokenizer, question.ids(), question.from(), question.to()));
        }
    }
}
