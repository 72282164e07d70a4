package io.headstream.ingest.chat;

import com.hubspot.jinjava.el.TypeConvertingMapELResolver;
import com.hubspot.jinjava.el.ext.JinjavaBeanELResolver;
import com.hubspot.jinjava.el.ext.JinjavaListELResolver;
import com.hubspot.jinjava.lib.exptest.ExpTest;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.objects.PyWrapper;
import com.hubspot.jinjava.util.ForLoop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jinjava.javax.el.ArrayELResolver;
import jinjava.javax.el.CompositeELResolver;
import jinjava.javax.el.ELContext;
import jinjava.javax.el.ELException;
import org.jspecify.annotations.Nullable;

/**
 * What a template may call: of text the methods that Python's str has and templates use, of the library's own lists and maps theirs. No other Java
 * object's method or property can be reached.
 */
final class PythonMethods extends CompositeELResolver {
    private final JinjavaBeanELResolver ofLibrary = new JinjavaBeanELResolver(false);

    PythonMethods() {
        add(new ArrayELResolver(true));
        add(new JinjavaListELResolver(false));
        add(new TypeConvertingMapELResolver(false));
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base instanceof ForLoop) {
            return ofLibrary.getValue(context, base, property);
        }
        Object value = super.getValue(context, base, property);
        context.setPropertyResolved(true); // else as undefined
        return value;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context, @Nullable Object base, Object method, Class<?> @Nullable [] types, Object... arguments) {
        context.setPropertyResolved(true);
        if (base instanceof String text) {
            return call(text, String.valueOf(method), arguments);
        }
        // filters and tests are called so as well
        if (base instanceof PyWrapper || base instanceof Filter || base instanceof ExpTest) {
            return ofLibrary.invoke(context, base, method, types, arguments);
        }
        throw new ELException("'" + method + "' of what is not known");
    }

    private static Object call(String text, String method, Object... arguments) {
        String first = arguments.length > 0 && arguments[0] != null ? String.valueOf(arguments[0]) : null;
        return switch (method) {
            case "strip" -> stripEnd(stripStart(text, first), first);
            case "lstrip" -> stripStart(text, first);
            case "rstrip" -> stripEnd(text, first);
            case "startswith" -> text.startsWith(needed(method, first));
            case "endswith" -> text.endsWith(needed(method, first));
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "title" -> titled(text);
            case "capitalize" ->
                text.isEmpty()
                        ? text
                        : text.substring(0, 1).toUpperCase(Locale.ROOT)
                                + text.substring(1).toLowerCase(Locale.ROOT);
            case "split" -> split(text, first, arguments.length > 1 ? ((Number) arguments[1]).intValue() : -1);
            case "replace" -> text.replace(needed(method, first), needed(method, String.valueOf(arguments[1])));
            case "find" -> (long) text.indexOf(needed(method, first));
            case "count" -> (long) split(text, needed(method, first), -1).size() - 1;
            default -> throw new ELException("method '" + method + "' of a text is not known");
        };
    }

    private static String needed(String method, @Nullable String argument) {
        if (argument == null) {
            throw new ELException("method '" + method + "' lacks an argument");
        }
        return argument;
    }

    private static String stripStart(String text, @Nullable String characters) {
        int from = 0;
        while (from < text.length() && isStripped(text.charAt(from), characters)) {
            from++;
        }
        return text.substring(from);
    }

    private static String stripEnd(String text, @Nullable String characters) {
        int to = text.length();
        while (to > 0 && isStripped(text.charAt(to - 1), characters)) {
            to--;
        }
        return text.substring(0, to);
    }

    private static boolean isStripped(char c, @Nullable String characters) {
        return characters == null
                ? Character.isWhitespace(c) || c == '\u00a0' || c == '\u0085'
                : characters.indexOf(c) >= 0;
    }

    private static String titled(String text) {
        StringBuilder titled = new StringBuilder();
        boolean inside = false;
        for (char c : text.toCharArray()) {
            titled.append(inside ? Character.toLowerCase(c) : Character.toUpperCase(c));
            inside = Character.isLetter(c);
        }
        return titled.toString();
    }

    // without a separator at runs of white space, none at the ends
    private static List<Object> split(String text, @Nullable String separator, int most) {
        if (separator == null) {
            String stripped = text.strip();
            return stripped.isEmpty()
                    ? new ArrayList<>()
                    : new ArrayList<>(Arrays.asList(stripped.split("\\s+", most + 1)));
        }
        List<Object> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0 && parts.size() != most; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }
}
