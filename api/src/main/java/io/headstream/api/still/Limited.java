package io.headstream.api.still;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;

/** Rhino without Java: classes are hidden from scripts, and a script that is still there at its deadline is ended. It interprets, as no classes are to be made of a script that runs now and then. */
final class Limited extends ContextFactory {
    private static final int LOOKS_AT_THE_CLOCK_EVERY = 1_000_000;
    private static final int DEEPEST = 2_000;

    private volatile long deadline;

    /** When scripts end, by {@link System#nanoTime()}. */
    void until(long nanoTime) {
        deadline = nanoTime;
    }

    @Override
    protected Context makeContext() {
        Context context = super.makeContext();
        context.setLanguageVersion(Context.VERSION_ES6);
        context.setInterpretedMode(true);
        context.setMaximumInterpreterStackDepth(DEEPEST);
        context.setInstructionObserverThreshold(LOOKS_AT_THE_CLOCK_EVERY);
        context.setClassShutter(name -> false);
        return context;
    }

    @Override
    protected void observeInstructionCount(Context context, int instructions) {
        if (System.nanoTime() - deadline > 0) {
            throw new TooLong();
        }
    }
}
