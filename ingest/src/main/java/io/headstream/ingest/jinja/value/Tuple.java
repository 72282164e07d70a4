package io.headstream.ingest.jinja.value;

import java.util.ArrayList;
import java.util.Collection;

/** Python's tuple: a list that is written in round brackets and is not equal to any other list. */
public final class Tuple extends ArrayList<Object> {
    private static final long serialVersionUID = 1;

    public Tuple(Collection<?> items) {
        super(items);
    }
}
