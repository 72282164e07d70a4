package io.headstream.ingest.http;

import io.headstream.access.caller.Caller;
import io.headstream.ingest.body.Turns;
import io.headstream.ingest.document.DocumentException;
import io.headstream.ingest.document.DocumentReader;
import io.headstream.ingest.document.TraceDocument;
import io.headstream.ingest.imports.ImportRefusal;
import io.headstream.ingest.imports.TraceImport;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The way back in for what was exported. */
@Path("/api/import")
@Tag(name = "import", description = "Exported traces on their way back")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed("read")
public class ImportResource {
    // two documents, each with its rows on their way to the database, leave room for everything else
    private static final int AT_A_TIME = 2;

    private final Turns turns = new Turns("imports", AT_A_TIME, 8, Duration.ofSeconds(60));
    private final TraceImport traces;
    private final Caller caller;

    public ImportResource(TraceImport traces, Caller caller) {
        this.traces = traces;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("trace")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importTrace",
            summary = "Write an exported trace back into the graph",
            description = "The body is what `GET /api/traces/{id}/export?format=json` gave; /trace.schema.json is its"
                    + " schema. A model that the graph does not have is made as far as the document tells of it. Labels and views come with it; those that"
                    + " are here already stay as they are, and the answer names them.")
    @APIResponse(
            responseCode = "201",
            description = "It is there, at the Location",
            content = @Content(schema = @Schema(implementation = TraceImport.Imported.class)))
    @APIResponse(
            responseCode = "400",
            description = "The document is not sound; the detail names the place, and nothing was written")
    @APIResponse(responseCode = "413", description = "The document takes more memory than an import may have")
    @APIResponse(responseCode = "503", description = "Too many imports at once; Retry-After says when to try again")
    @APIResponse(
            responseCode = "409",
            description = "There is such a trace already, or the model in the graph is another")
    public Response write(
            InputStream body,
            @Parameter(description = "whether a trace of the same id gives way")
                    @QueryParam("replace")
                    @DefaultValue("false")
                    boolean replace)
            throws IOException, InterruptedException {
        try (Turns.Turn turn = turns.take()) {
            return write(read(body), replace);
        }
    }

    private Response write(TraceDocument document, boolean replace) throws InterruptedException {
        TraceImport.Imported imported = traces.write(document, replace, caller.name());
        return Response.created(URI.create("/api/traces/" + document.id()))
                .entity(imported)
                .build();
    }

    private static TraceDocument read(InputStream body) throws IOException {
        try {
            return DocumentReader.read(body);
        } catch (DocumentException e) {
            throw ImportRefusal.problem(
                    e.isTooLarge() ? Status.REQUEST_ENTITY_TOO_LARGE : Status.BAD_REQUEST,
                    String.valueOf(e.getMessage()));
        }
    }
}
