package io.headstream.ingest.jinja.value;

/** What one run of a template may take; each step of it is paid for here, before it is done. */
public final class Bounds {
    private static final int MOST_TURNS = 100_000;
    public static final int MOST_SIZE = 1_000_000;
    private static final long MOST_WORK = 50_000_000;
    private static final int MOST_DEPTH = 20;

    private int turns;
    private int depth;
    private long work;

    /** A turn of a loop, or a call of a macro. */
    public void turn() {
        if (++turns > MOST_TURNS) {
            throw new JinjaException("it loops more than " + MOST_TURNS + " times");
        }
    }

    /** A text or list of a size that is about to be made; returns the size. */
    public int size(long size) {
        if (size > MOST_SIZE) {
            throw new JinjaException("it makes a text or list of more than " + MOST_SIZE);
        }
        work(size);
        return (int) size;
    }

    /** Characters or elements that are gone through. */
    public void work(long amount) {
        work += 1 + amount;
        if (work > MOST_WORK) {
            throw new JinjaException("it does more than it may");
        }
    }

    /** Looking for one text in another. */
    void search(String text, String wanted) {
        work(text.length() * (1L + wanted.length() / 64));
    }

    public void enter() {
        if (++depth > MOST_DEPTH) {
            throw new JinjaException("its macros call each other more than " + MOST_DEPTH + " deep");
        }
        turn();
    }

    public void leave() {
        depth--;
    }
}
