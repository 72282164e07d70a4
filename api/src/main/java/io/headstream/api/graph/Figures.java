package io.headstream.api.graph;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Numbers and times out of a node's or relationship's properties; null where there is none. Answers that are drawn have them with five digits. */
public final class Figures {
    private static final MathContext DIGITS = new MathContext(5);

    private Figures() {}

    public static @Nullable Double number(Map<String, Object> properties, String key) {
        return properties.get(key) instanceof Number number ? (Double) number.doubleValue() : null;
    }

    public static @Nullable Long whole(Map<String, Object> properties, String key) {
        return properties.get(key) instanceof Number number ? (Long) number.longValue() : null;
    }

    /** A date and time as ISO 8601; what is none as text. */
    public static String time(@Nullable Object time) {
        return time instanceof ZonedDateTime zoned
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(zoned)
                : String.valueOf(time);
    }

    /** A number that every such node has; -1 in a graph that others wrote. */
    public static int required(Map<String, Object> properties, String key) {
        return properties.get(key) instanceof Number number ? number.intValue() : -1;
    }

    /** With five digits; 0 for what is no number. */
    public static double round(double figure) {
        return Double.isFinite(figure) ? new BigDecimal(figure).round(DIGITS).doubleValue() : 0;
    }

    /** With five digits; null for what is no number. */
    public static @Nullable Double rounded(@Nullable Double figure) {
        return figure == null || !Double.isFinite(figure) ? null : (Double) round(figure);
    }

    /** A list of numbers with five digits each; null where there is none. */
    public static @Nullable List<Double> rounded(Value list) {
        return list.isNull() ? null : list.asList(each -> round(each.asDouble(0)));
    }
}
