package io.headstream.api.browser;

import io.headstream.cypher.BrowserFiles;
import io.headstream.cypher.Favourites;
import io.headstream.cypher.QueryLibrary;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Files for Neo4j Browser. They hold nothing of anyone's traces, so that a Browser from anywhere (Neo4j Desktop's, a server's own) may load
 * them.
 */
@Path("/browser-files")
@Tag(name = "Neo4j Browser")
@PermitAll
public class BrowserFilesResource {
    private final Favourites favourites = new Favourites(QueryLibrary.load());

    @GET
    @Path("/headstream.grass")
    @Produces("text/plain;charset=UTF-8")
    @Operation(operationId = "getBrowserStyle", summary = "The style sheet: colours by label, names instead of ids")
    @APIResponse(responseCode = "200", description = "GraSS, for :style")
    public Response styleSheet() {
        return forAll(BrowserFiles.styleSheet());
    }

    @GET
    @Path("/guide.html")
    @Produces("text/html;charset=UTF-8")
    @Operation(operationId = "getBrowserGuide", summary = "The guide, for :guide and :play")
    @APIResponse(responseCode = "200", description = "Slides in HTML")
    public Response guide(@Context UriInfo uri) {
        return forAll(BrowserFiles.guide(uri.getBaseUri().toString().replaceAll("/$", "")));
    }

    @GET
    @Path("/favourites.cypher")
    @Produces("text/plain;charset=UTF-8")
    @Operation(
            operationId = "getBrowserFavourites",
            summary = "The named queries, with their parameters set, as one text")
    @APIResponse(responseCode = "200", description = "Cypher and :param commands")
    public Response text() {
        return forAll(favourites.text());
    }

    @GET
    @Path("/favourites.zip")
    @Produces("application/zip")
    @Operation(
            operationId = "getBrowserFavouritesZip",
            summary = "The named queries as Browser imports favourites: drop the file on its window")
    @APIResponse(responseCode = "200", description = "A file for each query, a folder for each group")
    public Response zip() {
        return Response.fromResponse(forAll(favourites.zip()))
                .header("Content-Disposition", "attachment; filename=\"headstream-favourites.zip\"")
                .build();
    }

    @OPTIONS
    @Path("/headstream.grass")
    @Operation(hidden = true)
    public Response beforeStyleSheet() {
        return asked();
    }

    @OPTIONS
    @Path("/guide.html")
    @Operation(hidden = true)
    public Response beforeGuide() {
        return asked();
    }

    // Browser asks past its cache and with headers of its own, which a browser does not send elsewhere unasked
    private static Response asked() {
        return Response.noContent()
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "GET")
                .header("Access-Control-Allow-Headers", "*")
                .build();
    }

    private static Response forAll(Object file) {
        return Response.ok(file).header("Access-Control-Allow-Origin", "*").build();
    }
}
