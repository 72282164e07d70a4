package io.headstream.access.keys;

import io.headstream.access.caller.Role;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Keys, for admins. A change holds at once and after a restart. */
@Path("/api/keys")
@Tag(name = "Access")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@Blocking
public class KeyResource {
    private final Keys keys;

    public KeyResource(Keys keys) {
        this.keys = keys;
    }

    /** What a new key is to be. */
    public record KeyRequest(@Nullable String name, @Nullable String role) {}

    /** A key, without its secret; the setting's key has no time. */
    public record KeyView(String name, String role, @Nullable Instant created) {}

    /** A list in an object, so that it can grow fields. */
    public record KeyList(List<KeyView> items) {}

    /** A key with its secret, which is told once. */
    public record NewKey(String name, String role, String key) {}

    @GET
    @Operation(operationId = "listKeys", summary = "Who has a key, and what they may do")
    @APIResponse(
            responseCode = "200",
            description = "The keys, without their secrets",
            content = @Content(schema = @Schema(implementation = KeyList.class)))
    public KeyList list() {
        return new KeyList(keys.all().stream().map(KeyResource::view).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addKey", summary = "Make a key; the answer alone has its secret")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = NewKey.class)))
    @APIResponse(responseCode = "400", description = "The name or the role is wrong")
    @APIResponse(responseCode = "409", description = "There is such a key already, or nobody would be an admin")
    public Response add(@Nullable KeyRequest request) {
        Optional<KeyRequest> given = Optional.ofNullable(request);
        String name = given.map(KeyRequest::name).map(String::strip).orElse("");
        String text = given.map(KeyRequest::role).orElse("");
        Role role = Role.named(text)
                .orElseThrow(() -> HttpProblem.valueOf(
                        Status.BAD_REQUEST, "role must be read, trace or admin, not '" + text + "'"));
        NewKey made = new NewKey(name, role.roleName(), keys.add(name, role));
        return Response.status(Response.Status.CREATED)
                .entity(made)
                .header("Cache-Control", "no-store")
                .build();
    }

    @DELETE
    @Path("/{name}")
    @Operation(operationId = "revokeKey", summary = "Revoke a key; it and its sessions open nothing from now on")
    @APIResponse(responseCode = "204", description = "Revoked")
    @APIResponse(responseCode = "404", description = "No such key")
    @APIResponse(responseCode = "409", description = "It is the last admin's")
    public void revoke(String name) {
        keys.revoke(name);
    }

    private static KeyView view(Key key) {
        return new KeyView(
                key.name(), key.role().roleName(), key.name().equals(Keys.FROM_SETTING) ? null : key.created());
    }
}
