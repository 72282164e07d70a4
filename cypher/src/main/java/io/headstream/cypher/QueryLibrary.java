package io.headstream.cypher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The named queries of this version of the graph, in the order in which they are listed to people. */
public final class QueryLibrary {
    private static final String FOLDER = "queries";
    private static final String SUFFIX = ".cypher";

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
            throw new QueryException(
                    "there is no query '" + name + "'; there are " + String.join(", ", byName.keySet()));
        }
        return query;
    }
}
