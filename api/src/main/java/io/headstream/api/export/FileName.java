package io.headstream.api.export;

import java.util.Locale;

/** What a download is called: plain ASCII, so that every system takes it. */
public final class FileName {
    private static final int MOST_LETTERS = 40;

    private FileName() {}

    /** Such as {@code when-mary-and-john-went-to-the-store-john-1a2b3c4d.json}. */
    static String of(String prompt, String trace, String extension) {
        String words = slug(prompt);
        String id = slug(trace);
        return (words.isEmpty() ? "trace" : words) + "-" + id.substring(0, Math.min(8, id.length())) + "." + extension;
    }

    /** The value of a Content-Disposition header. */
    public static String attachment(String name) {
        return "attachment; filename=\"" + name + "\"";
    }

    /** A text's letters and digits, in lower case and joined by dashes. */
    public static String slug(String text) {
        String dashes =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return dashes.substring(0, Math.min(MOST_LETTERS, dashes.length())).replaceAll("-$", "");
    }
}
