package io.headstream.access.site;

import io.headstream.access.keys.Secrets;
import jakarta.enterprise.context.ApplicationScoped;

/** Content-Security-Policy: what an answer may load and run where it is shown, and who may frame it. */
@ApplicationScoped
public class ContentPolicy {
    public static final String HEADER = "Content-Security-Policy";

    private final String ancestors;

    public ContentPolicy(OwnSite site) {
        this.ancestors = site.allowedOrigins().isEmpty()
                ? "frame-ancestors 'none'"
                : "frame-ancestors " + String.join(" ", site.allowedOrigins());
    }

    /** Of JSON and files: nothing at all. */
    String ofData() {
        return "default-src 'none'; base-uri 'none'; form-action 'none'; " + ancestors;
    }

    /** Of Swagger UI, whose page has a script and styles within. */
    String ofSwaggerUi() {
        return "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src"
                + " 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
                + ancestors;
    }

    /**
     * Of Headstream's page: its own files, styles that carry the nonce (the editor's), and pictures that it draws itself.
     *
     * @param nonce random letters, other ones for each answer
     */
    public String ofPage(String nonce) {
        return "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce
                + "'; img-src 'self' data: blob:;"
                + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; " + ancestors;
    }

    /** A nonce for {@link #ofPage}. */
    public String nonce() {
        return Secrets.random();
    }
}
