package io.headstream.schema;

/** How long what people say of components and traces may be, in characters. */
public final class Said {
    public static final int LONGEST_LABEL = 80;
    public static final int LONGEST_NOTE = 4000;
    public static final int LONGEST_VIEW_NAME = 80;
    public static final int LONGEST_ADDRESS = 8000;
    /** What an address is made of. */
    public static final String ADDRESS = "[!-~]*";

    private Said() {}

    /** Whether a view may be called so. */
    public static boolean isViewName(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST_VIEW_NAME
                && name.chars().noneMatch(Character::isISOControl);
    }
}
