package io.headstream.ingest.jinja;

import io.headstream.ingest.jinja.value.Arguments;
import io.headstream.ingest.jinja.value.Bounds;
import io.headstream.ingest.jinja.value.Callable;
import io.headstream.ingest.jinja.value.JinjaException;
import io.headstream.ingest.jinja.value.Namespace;
import io.headstream.ingest.jinja.value.Values;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A chat template, read once and run as often as wanted. */
public final class Template {
    private final Statement all;

    private Template(Statement all) {
        this.all = all;
    }

    /** @throws JinjaException naming the line, where it is not in Jinja's grammar or uses what is not known here */
    public static Template of(String text) {
        try {
            return new Template(new Blocks(new Tokens(Lexer.read(text))).template());
        } catch (StackOverflowError e) {
            throw new JinjaException("it is nested too deep");
        }
    }

    /**
     * The text that it writes.
     *
     * @param names what it is given: texts, Booleans, Longs, Doubles, and lists and maps of these
     * @throws JinjaException where it is not run to its end
     */
    public String run(Map<String, ?> names) {
        Scope scope = Scope.outermost();
        functions(scope);
        names.forEach(scope::set);
        try {
            return all.text(scope.inner());
        } catch (ClassCastException | NullPointerException | IndexOutOfBoundsException e) {
            throw new JinjaException("a filter or method is given what it does not take");
        } catch (StackOverflowError e) {
            throw new JinjaException("it, or a value that it makes, is nested too deep");
        }
    }

    private static void functions(Scope scope) {
        scope.set("raise_exception", (Callable) a -> {
            throw new JinjaException.Raised(Values.text(scope.bounds(), a.needed(0)));
        });
        scope.set("strftime_now", (Callable) a -> now(a.neededText(0)));
        scope.set("namespace", (Callable) a -> {
            Namespace namespace = new Namespace();
            namespace.attributes().putAll(map(a));
            return namespace;
        });
        scope.set("dict", (Callable) Template::map);
        scope.set("range", (Callable) a -> range(scope.bounds(), a));
    }

    private static Map<String, @Nullable Object> map(Arguments a) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (!a.byPlace().isEmpty() && a.needed(0) instanceof Map<?, ?> first) {
            first.forEach((key, value) -> map.put((String) key, value));
        }
        map.putAll(a.byName());
        return map;
    }

    private static List<Object> range(Bounds bounds, Arguments a) {
        boolean isOne = a.byPlace().size() == 1;
        long from = isOne ? 0 : a.whole(0, "", 0);
        long to = a.whole(isOne ? 0 : 1, "", 0);
        long step = a.whole(2, "", 1);
        if (step == 0) {
            throw new JinjaException("a range's step is 0");
        }
        bounds.size(Math.max(0, (to - from) / step));
        List<Object> range = new ArrayList<>();
        for (long i = from; step > 0 ? i < to : i > to; i += step) {
            range.add(i);
        }
        return range;
    }

    /** The day, in the form that templates ask for. */
    private static String now(String format) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '%' && i + 1 < format.length()) {
                pattern.append(unit(format.charAt(++i)));
            } else {
                pattern.append(c == '\'' ? "''" : "'" + c + "'");
            }
        }
        return LocalDateTime.now().format(DateTimeFormatter.ofPattern(pattern.toString(), Locale.ENGLISH));
    }

    private static String unit(char letter) {
        return switch (letter) {
            case 'd' -> "dd";
            case 'm' -> "MM";
            case 'b' -> "MMM";
            case 'B' -> "MMMM";
            case 'Y' -> "yyyy";
            case 'y' -> "yy";
            case 'H' -> "HH";
            case 'M' -> "mm";
            case 'S' -> "ss";
            case 'A' -> "EEEE";
            case 'a' -> "EEE";
            default -> throw new JinjaException("strftime_now knows no %" + letter);
        };
    }
}
