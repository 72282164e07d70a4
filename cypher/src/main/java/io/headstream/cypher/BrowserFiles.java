package io.headstream.cypher;

/** What Neo4j Browser takes from Headstream: a style sheet, a guide, and the library as favourites. */
public final class BrowserFiles {
    private BrowserFiles() {}

    /** A style sheet (GraSS): colours by label, names and texts as captions. */
    public static String styleSheet() {
        return Resources.read("browser/headstream.grass");
    }

    /**
     * A guide for Browser's sidebar.
     *
     * @param server where Headstream is served, such as {@code http://localhost:8080}: the guide's commands name it
     */
    public static String guide(String server) {
        return Resources.read("browser/guide.html").replace("SERVER", server);
    }
}
