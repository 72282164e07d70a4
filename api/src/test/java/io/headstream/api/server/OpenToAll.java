package io.headstream.api.server;

/** What is open on purpose, written as it is asked for. */
final class OpenToAll {
    private OpenToAll() {}

    static boolean is(String method, String target) {
        String path = target.replaceAll("\\?.*", "").replaceFirst("^http://localhost", "");
        return switch (method) {
            case "GET", "HEAD" -> path.matches("/|/browser-files/[a-z]+\\.[a-z]+");
            // what a browser asks before it loads them into a page of another origin
            case "OPTIONS" -> path.matches("/browser-files/(headstream\\.grass|guide\\.html)");
            // without a key it says who is let in, and refuses foreign pages itself
            case "POST" -> path.equals("/api/session");
            default -> false;
        };
    }
}
