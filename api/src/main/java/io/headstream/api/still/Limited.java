package io.headstream.api.still;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;

/** Rhino without Java: classes are hidden from scripts, and a script that has taken the processor for too long is ended, however busy the machine is. It interprets, as no classes are to be made of a script that runs now and then. */
final class Limited extends ContextFactory {
    private static final int LOOKS_AT_THE_CLOCK_EVERY = 1_000_000;
    private static final int DEEPEST = 2_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private volatile long deadline;

    /** For so much of the processor's time the thread that asks may run scripts from now on. */
    void allow(Duration longest) {
        deadline = THREADS.getCurrentThreadCpuTime() + longest.toNanos();
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
        if (THREADS.getCurrentThreadCpuTime() > deadline) {
            throw new TooLong();
        }
    }
}
