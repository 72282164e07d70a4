package io.headstream.schema;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The form of a trace's document (docs/exports.md): its name, its version, its members, and how a document of an older version becomes one
 * of the next. All other code sees only the newest form.
 *
 * @param upgrades one a step: the first makes version 2 of version 1
 */
public record TraceFormat(List<Upgrade> upgrades) {
    /** What the document's {@code format} says. */
    public static final String NAME = "headstream-trace";

    /** The form that is written. To change it, add the step that leads there. */
    public static final TraceFormat NEWEST =
            new TraceFormat(List.of(TraceFormat::coverageOfEdges, TraceFormat::spellings, TraceFormat::sectionsAlone));

    /** Properties of :Model that a document leaves out: they are of the machine, or of what else was done with the model there. */
    public static final Set<String> NOT_OF_THE_MODEL = Set.of("files", "notes", "indexedLayers", "partial");

    /** Properties of :Model that must be the same in the document and in the graph. */
    public static final List<String> SHAPE = List.of("layers", "heads", "dMlp", "vocabulary");

    /**
     * Properties of :ComponentLabel and :SavedView that a document leaves out: what they are of it says itself, and who said so may be an address,
     * and is known to the graph alone that it was said in.
     */
    public static final Set<String> NOT_OF_WHAT_IS_SAID = Set.of("model", "pass", "by");

    /** The document's members below {@code format} and {@code version}, in the order they are written: two rows, then lists of rows. */
    public enum Section {
        MODEL("model"),
        TRACE("trace"),
        TOKENS("tokens"),
        POSITIONS("positions"),
        NODES("nodes"),
        EDGES("edges"),
        TOKEN_EDGES("tokenEdges"),
        FIRES("fires"),
        PREDICTIONS("predictions"),
        HEAD_PATTERNS("headPatterns", 2),
        HOOK_POINTS("hookPoints", 2),
        LABELS("labels", 4),
        VIEWS("views", 4);

        private final String member;
        private final int since;

        Section(String member) {
            this(member, 1);
        }

        Section(String member, int since) {
            this.member = member;
            this.since = since;
        }

        /** Those that are lists. */
        public static List<Section> lists() {
            return Arrays.stream(values()).filter(Section::list).toList();
        }

        /** The section of that name; empty if there is none. */
        public static Optional<Section> named(String member) {
            return Arrays.stream(values())
                    .filter(section -> section.member.equals(member))
                    .findFirst();
        }

        /** Whether it is a list of rows, and not a row. */
        public boolean list() {
            return this != MODEL && this != TRACE;
        }

        /** The first version that has it; in documents of older ones it is empty. */
        public int since() {
            return since;
        }

        /** Its name in the document. */
        public String member() {
            return member;
        }
    }

    /** A step from one version to the next. */
    @FunctionalInterface
    public interface Upgrade {
        /** A row of the older version as the next has it. */
        Map<String, Object> row(Section section, Map<String, Object> row);
    }

    // version 1 had one figure for edges, under the name that is now that of heads and MLPs
    private static Map<String, Object> coverageOfEdges(Section section, Map<String, Object> row) {
        if (section != Section.TRACE || !row.containsKey("effectCoverage")) {
            return row;
        }
        Map<String, Object> newer = new HashMap<>(row);
        newer.put("edgeCoverage", newer.remove("effectCoverage"));
        return newer;
    }

    // version 2 had a token's decoded text, which several could share
    private static Map<String, Object> spellings(Section section, Map<String, Object> row) {
        if (section != Section.TOKENS || !(row.get("text") instanceof String text)) {
            return row;
        }
        Map<String, Object> newer = new HashMap<>(row);
        newer.put(
                "text",
                row.get("bytes") instanceof String bytes
                        ? bytes
                        : text.equals("[" + row.get("id") + "]") ? text : TokenSpelling.ofText(text));
        return newer;
    }

    // version 3 lacks labels and views, and its rows are the same
    private static Map<String, Object> sectionsAlone(Section section, Map<String, Object> row) {
        return row;
    }

    public TraceFormat {
        upgrades = List.copyOf(upgrades);
    }

    /** From 1; raised with every step. */
    public int version() {
        return 1 + upgrades.size();
    }

    /**
     * A row of a version as the newest has it.
     *
     * @param version from 1 to {@link #version()}
     */
    public Map<String, Object> upgraded(int version, Section section, Map<String, Object> row) {
        Map<String, Object> newest = row;
        for (Upgrade step : upgrades.subList(version - 1, upgrades.size())) {
            newest = step.row(section, newest);
        }
        return newest;
    }
}
