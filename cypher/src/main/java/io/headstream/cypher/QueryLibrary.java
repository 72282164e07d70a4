package io.headstream.cypher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The named queries of this version of the graph, in the order in which they are listed to people. */
public final class QueryLibrary {
    private static final String FOLDER = "queries";
    private static final String SUFFIX = ".cypher";
    private static final int LIKE = 5;
    private static final Set<String> EMPTY =
            Set.of("a", "an", "and", "by", "in", "of", "that", "the", "to", "two", "what", "which", "");

    private final Map<String, NamedQuery> byName;

    private QueryLibrary(Map<String, NamedQuery> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /**
     * Reads and checks every file.
     *
     * @throws QueryException naming the file and line that departs from the form
     */
    public static QueryLibrary load() {
        List<NamedQuery> queries = new ArrayList<>();
        for (String file : Resources.list(FOLDER)) {
            String name = file.substring(0, file.length() - SUFFIX.length());
            queries.add(QueryFile.parse(name, Resources.read(FOLDER + "/" + file)));
        }
        queries.sort(Comparator.comparing(NamedQuery::group));
        Map<String, NamedQuery> byName = new LinkedHashMap<>();
        queries.forEach(query -> byName.put(query.name(), query));
        return new QueryLibrary(byName);
    }

    /** All of them. */
    public Collection<NamedQuery> all() {
        return byName.values();
    }

    /**
     * One of them.
     *
     * @throws QueryException if there is none of that name
     */
    public NamedQuery get(String name) {
        NamedQuery query = byName.get(name);
        if (query == null) {
            List<String> like = like(name);
            throw new QueryException("there is no query '" + name + "'; "
                    + (like.isEmpty() ? "" : "near it are " + String.join(", ", like) + "; ")
                    + "GET /api/queries and ./headstream query list all " + byName.size());
        }
        return query;
    }

    // those with the most words in common, as names are made of what is asked
    private List<String> like(String name) {
        Set<String> words = words(name);
        return byName.keySet().stream()
                .filter(other -> common(words, other) > 0)
                .sorted(Comparator.comparing((String other) -> -common(words, other))
                        .thenComparing(String::length))
                .limit(LIKE)
                .toList();
    }

    private static int common(Set<String> words, String other) {
        Set<String> common = words(other);
        common.retainAll(words);
        return common.size();
    }

    private static Set<String> words(String name) {
        Set<String> words = new HashSet<>(
                List.of(name.toLowerCase(Locale.ROOT).replace('_', '-').split("-")));
        words.removeAll(EMPTY);
        return words;
    }
}
