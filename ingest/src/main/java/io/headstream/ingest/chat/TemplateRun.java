package io.headstream.ingest.chat;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.interpret.Context.Library;
import com.hubspot.jinjava.interpret.InterpretException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.RenderResult;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import com.hubspot.jinjava.lib.tag.ElseTag;
import com.hubspot.jinjava.lib.tag.ForTag;
import com.hubspot.jinjava.tree.TagNode;
import io.headstream.tracer.error.TraceException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs a template with jinjava as transformers runs it with jinja2 (trim_blocks, lstrip_blocks, {@code raise_exception}, {@code strftime_now}): within
 * a time, a size and a number of turns, without files, and with no more of Java than {@link PythonMethods}.
 */
final class TemplateRun {
    private static final long MOST_OUTPUT = 1_000_000;
    private static final int MOST_TURNS = 100_000;
    private static final int DEPTH = 20;

    // what jinja2 reads and the library does not
    private static final Pattern BACKWARDS = Pattern.compile("\\[\\s*::\\s*-1\\s*\\]");
    private static final Pattern COUNTED =
            Pattern.compile("(\\w+)\\s*=\\s*(\\w+\\s*\\|\\s*length\\s*[-+]\\s*\\d+)(?=\\s*[,)])");

    private static final Pattern TAG = Pattern.compile("\\{[{%].*?[%}]}", Pattern.DOTALL);
    private static final Pattern QUOTED =
            Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"", Pattern.DOTALL);
    private static final Pattern FILTER = Pattern.compile("\\|\\s*([A-Za-z_]\\w*)");

    private static final Pattern CONDITION = Pattern.compile("\\bif\\b(?!.*\\belse\\b)", Pattern.DOTALL);

    private static final Jinjava JINJAVA = jinjava();
    private static final ThreadLocal<int[]> TURNS = ThreadLocal.withInitial(() -> new int[1]);

    private TemplateRun() {}

    static String render(ChatTemplate template, List<Map<String, Object>> messages) {
        requireFilters(template);
        Map<String, Object> context = new HashMap<>(template.tokens());
        context.put("messages", messages);
        context.put("add_generation_prompt", true);
        TURNS.get()[0] = 0;
        RenderResult result = JINJAVA.renderForResult(dialect(template.text()), context);
        List<TemplateError> errors = result.getErrors();
        if (!errors.isEmpty()) {
            throw refused(template, cause(errors.get(0)));
        }
        return result.getOutput();
    }

    // the library takes what comes through an unknown one for nothing
    private static void requireFilters(ChatTemplate template) {
        TAG.matcher(QUOTED.matcher(template.text()).replaceAll("''"))
                .results()
                .flatMap(tag -> FILTER.matcher(tag.group()).results())
                .map(filter -> filter.group(1))
                .filter(name -> JINJAVA.getGlobalContext().getFilter(name) == null)
                .findFirst()
                .ifPresent(name -> {
                    throw refused(template, "has a filter that is not known here: " + name);
                });
    }

    private static TraceException refused(ChatTemplate template, String why) {
        return new TraceException("the chat template of model '" + template.model() + "' " + why
                + ". Change the messages, or give the whole text as a prompt");
    }

    private static String cause(TemplateError error) {
        for (Throwable e = error.getException(); e != null; e = e.getCause()) {
            if (e instanceof Refusal) {
                return "refuses these messages: " + e.getMessage();
            }
        }
        String line = error.getLineno() > 0 ? " (line " + error.getLineno() + ")" : "";
        return "cannot be run here" + line + ": " + error.getMessage().replaceFirst("^\\w+Exception: ", "");
    }

    private static String dialect(String template) {
        String last =
                template.endsWith("\n") ? template.substring(0, template.length() - 1) : template; // as jinja2 drops it
        String counted = COUNTED.matcher(last).replaceAll("$1=($2)");
        return BACKWARDS.matcher(counted).replaceAll("|reverse|list");
    }

    private static Jinjava jinjava() {
        Jinjava jinjava = new Jinjava(JinjavaConfig.newBuilder()
                .withTrimBlocks(true)
                .withLstripBlocks(true)
                .withNestedInterpretationEnabled(false) // what is said is no template
                .withMaxOutputSize(MOST_OUTPUT)
                .withMaxStringLength(MOST_OUTPUT)
                .withMaxListSize(MOST_TURNS)
                .withMaxMapSize(MOST_TURNS)
                .withRangeLimit(MOST_TURNS)
                .withMaxRenderDepth(DEPTH)
                .withMaxMacroRecursionDepth(DEPTH)
                .withElResolver(new PythonMethods())
                .withDisabled(Map.of(Library.TAG, Set.of("include", "import", "from", "extends", "block")))
                .withLegacyOverrides(LegacyOverrides.newBuilder()
                        .withEvaluateMapKeys(true)
                        .withIterateOverMapKeys(true)
                        .withUsePyishObjectMapper(true)
                        .withUseNaturalOperatorPrecedence(true)
                        .withParseWhitespaceControlStrictly(true)
                        .withAllowAdjacentTextNodes(true)
                        .withUseTrimmingForNotesAndExpressions(true)
                        .withKeepNullableLoopValues(true)
                        .build())
                .build());
        jinjava.setResourceLocator((name, charset, interpreter) -> {
            throw new InterpretException("a chat template may read no file, and this one asks for '" + name + "'");
        });
        jinjava.getGlobalContext().registerTag(new BoundedFor());
        jinjava.getGlobalContext()
                .registerFunction(new ELFunctionDefinition(
                        "", "raise_exception", TemplateRun.class, "raiseException", Object.class));
        jinjava.getGlobalContext()
                .registerFunction(new ELFunctionDefinition("", "strftime_now", TemplateRun.class, "now", String.class));
        return jinjava;
    }

    /** A template's own refusal: roles that do not alternate, say. */
    @SuppressWarnings("unused") // by templates
    public static String raiseException(Object message) {
        throw new Refusal(String.valueOf(message));
    }

    /** The day, in the form that templates ask for. */
    @SuppressWarnings("unused") // by templates
    public static String now(String format) {
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
            default -> throw new InterpretException("strftime_now knows no %" + letter);
        };
    }

    private static final class Refusal extends InterpretException {
        private static final long serialVersionUID = 1;

        Refusal(String message) {
            super(message);
        }
    }

    /** Loops within loops end as well, and what the library would pass over in a loop is said. */
    private static final class BoundedFor extends ForTag {
        private static final long serialVersionUID = 1;

        @Override
        public String renderForCollection(
                TagNode node, JinjavaInterpreter interpreter, List<String> variables, @Nullable Object collection) {
            if (CONDITION
                    .matcher(QUOTED.matcher(node.getHelpers()).replaceAll("''"))
                    .find()) {
                throw new InterpretException("a loop with a condition (for ... in ... if) is not known here");
            }
            if (node.getChildren().stream().anyMatch(child -> child.getName().equals(ElseTag.TAG_NAME))) {
                throw new InterpretException("a loop with an else is not known here");
            }
            int size = collection instanceof Collection<?> all ? all.size() : 1;
            TURNS.get()[0] += 1 + size;
            if (TURNS.get()[0] > MOST_TURNS) {
                throw new InterpretException("it loops more than " + MOST_TURNS + " times");
            }
            return super.renderForCollection(node, interpreter, variables, collection);
        }
    }
}
