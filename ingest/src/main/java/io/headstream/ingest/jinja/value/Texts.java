package io.headstream.ingest.jinja.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Methods of Python's str. Places and lengths count characters, not Java's halves of them. */
public final class Texts {
    private Texts() {}

    public static Object call(Bounds bounds, String text, String method, Arguments a) {
        bounds.work(text.length());
        return switch (method) {
            case "strip" -> stripEnd(stripStart(text, a.text(0)), a.text(0));
            case "lstrip" -> stripStart(text, a.text(0));
            case "rstrip" -> stripEnd(text, a.text(0));
            case "startswith" -> any(a.needed(0), text::startsWith);
            case "endswith" -> any(a.needed(0), text::endsWith);
            case "removeprefix" ->
                text.startsWith(a.neededText(0))
                        ? text.substring(a.neededText(0).length())
                        : text;
            case "removesuffix" ->
                text.endsWith(a.neededText(0))
                        ? text.substring(0, text.length() - a.neededText(0).length())
                        : text;
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "title" -> titled(text);
            case "capitalize" -> capitalized(text);
            case "split" -> split(bounds, text, a.text(0), a.whole(1, "maxsplit", -1));
            case "rsplit" -> splitFromEnd(bounds, text, a.neededText(0), a.whole(1, "maxsplit", -1));
            case "splitlines" -> new ArrayList<Object>(text.lines().toList());
            case "replace" -> replaced(bounds, text, a.neededText(0), a.neededText(1), a.whole(2, "count", -1));
            case "join" -> joined(bounds, Values.items(bounds, a.needed(0)), text);
            case "find" -> place(bounds, text, a.neededText(0));
            case "index" -> {
                long place = place(bounds, text, a.neededText(0));
                if (place < 0) {
                    throw new JinjaException("a text that is looked for is not there");
                }
                yield place;
            }
            case "count" -> (long) split(bounds, text, a.neededText(0), -1).size() - 1;
            case "isdigit" -> !text.isEmpty() && text.codePoints().allMatch(Character::isDigit);
            case "isalpha" -> !text.isEmpty() && text.codePoints().allMatch(Character::isLetter);
            case "isspace" -> !text.isEmpty() && stripStart(text, null).isEmpty();
            case "isupper" -> hasCase(text) && text.equals(text.toUpperCase(Locale.ROOT));
            case "islower" -> hasCase(text) && text.equals(text.toLowerCase(Locale.ROOT));
            default -> throw new JinjaException("method '" + method + "' of a text is not known here");
        };
    }

    public static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    public static String stripStart(String text, @Nullable String characters) {
        int from = 0;
        while (from < text.length() && isStripped(text.charAt(from), characters)) {
            from++;
        }
        return text.substring(from);
    }

    public static String stripEnd(String text, @Nullable String characters) {
        int to = text.length();
        while (to > 0 && isStripped(text.charAt(to - 1), characters)) {
            to--;
        }
        return text.substring(0, to);
    }

    private static boolean isStripped(char c, @Nullable String characters) {
        return characters == null ? isSpace(c) : characters.indexOf(c) >= 0;
    }

    static String titled(String text) {
        StringBuilder titled = new StringBuilder();
        boolean inside = false;
        for (char c : text.toCharArray()) {
            titled.append(inside ? Character.toLowerCase(c) : Character.toUpperCase(c));
            inside = Character.isLetter(c);
        }
        return titled.toString();
    }

    static String capitalized(String text) {
        int first = text.isEmpty() ? 0 : text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT)
                + text.substring(first).toLowerCase(Locale.ROOT);
    }

    static String replaced(Bounds bounds, String text, String before, String after, long most) {
        if (before.isEmpty()) {
            throw new JinjaException("nothing cannot be replaced by something");
        }
        List<Object> parts = split(bounds, text, before, most);
        return joined(bounds, parts, after);
    }

    public static String joined(Bounds bounds, List<Object> parts, String between) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String part = (i > 0 ? between : "") + Values.text(bounds, parts.get(i));
            bounds.size((long) text.length() + part.length());
            text.append(part);
        }
        return text.toString();
    }

    /** Without a separator at runs of white space, none at the ends. */
    static List<Object> split(Bounds bounds, String text, @Nullable String separator, long most) {
        if (separator == null) {
            String stripped = stripStart(stripEnd(text, null), null);
            return stripped.isEmpty()
                    ? new ArrayList<>()
                    : new ArrayList<>(List.of(stripped.split("(?U)\\s+", most < 0 ? 0 : (int) most + 1)));
        }
        if (separator.isEmpty()) {
            throw new JinjaException("a text cannot be split by nothing");
        }
        bounds.search(text, separator);
        List<Object> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0 && parts.size() != most; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static List<Object> splitFromEnd(Bounds bounds, String text, String separator, long most) {
        List<Object> all = split(bounds, text, separator, -1);
        int kept = most < 0 ? all.size() - 1 : (int) Math.min(most, all.size() - 1);
        List<Object> parts = new ArrayList<>();
        parts.add(joined(bounds, all.subList(0, all.size() - kept), separator));
        parts.addAll(all.subList(all.size() - kept, all.size()));
        return parts;
    }

    private static long place(Bounds bounds, String text, String wanted) {
        bounds.search(text, wanted);
        int at = text.indexOf(wanted);
        return at < 0 ? -1 : text.codePointCount(0, at);
    }

    private static boolean any(Object wanted, java.util.function.Predicate<String> holds) {
        return wanted instanceof List<?> several
                ? several.stream().anyMatch(one -> holds.test(String.valueOf(one)))
                : holds.test(String.valueOf(wanted));
    }

    private static boolean hasCase(String text) {
        return text.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
    }
}
