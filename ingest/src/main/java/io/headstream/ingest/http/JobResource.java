package io.headstream.ingest.http;

import io.headstream.access.caller.Caller;
import io.headstream.ingest.jobs.Job;
import io.headstream.ingest.jobs.JobState;
import io.headstream.ingest.jobs.Jobs;
import io.headstream.ingest.jobs.request.JobRequest;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Jobs: prompts on their way to traces. */
@Path("/api/jobs")
@Tag(name = "jobs", description = "Prompts on their way to traces")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed("read")
public class JobResource {
    private final Jobs jobs;
    private final Caller caller;

    public JobResource(Jobs jobs, Caller caller) {
        this.jobs = jobs;
        this.caller = caller;
    }

    /** A list in an object, so that it can grow fields. */
    public record JobList(List<JobState> items) {}

    @POST
    @RolesAllowed("trace")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "submitJob", summary = "Trace one prompt or several, or find a circuit")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = JobRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "indirect object",
                                            value =
                                                    """
                                                    {"prompt": "When Mary and John went to the store, John gave a drink to", "target": " Mary", "distractor": " John"}
                                                    """)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; its progress is at the Location",
            content = @Content(schema = @Schema(implementation = JobState.class)))
    @APIResponse(responseCode = "400", description = "The model, the prompt or a token cannot be traced")
    @APIResponse(
            responseCode = "429",
            description = "As many prompts wait as may; Retry-After says when to send it again")
    @APIResponse(responseCode = "507", description = "It cannot be kept: the disk is full")
    public Response submit(@NotNull(message = "a JSON body with a prompt is needed") JobRequest request) {
        JobState job = jobs.submit(request, caller.name());
        return Response.accepted(job)
                .location(URI.create("/api/jobs/" + job.id()))
                .build();
    }

    @GET
    @Operation(operationId = "listJobs", summary = "The jobs of this server, newest first")
    @APIResponse(
            responseCode = "200",
            description = "The jobs",
            content = @Content(schema = @Schema(implementation = JobList.class)))
    public JobList list() {
        return new JobList(jobs.list());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getJob", summary = "A job's state")
    @APIResponse(
            responseCode = "200",
            description = "The job",
            content = @Content(schema = @Schema(implementation = JobState.class)))
    @APIResponse(responseCode = "404", description = "No such job")
    public JobState get(String id) {
        return find(id).state();
    }

    @DELETE
    @RolesAllowed("trace")
    @Path("/{id}")
    @Operation(operationId = "cancelJob", summary = "Cancel a job; what it has not finished writing is never visible")
    @APIResponse(
            responseCode = "202",
            description = "It stops at its next step",
            content = @Content(schema = @Schema(implementation = JobState.class)))
    @APIResponse(responseCode = "404", description = "No such job")
    public Response cancel(String id) {
        return Response.accepted(jobs.cancel(find(id))).build();
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(operationId = "watchJob", summary = "A job's states as they change, until it ends or the server stops")
    @APIResponse(
            responseCode = "200",
            description = "Events named job, the data a Job",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = JobState.class)))
    @APIResponse(responseCode = "404", description = "No such job")
    public Multi<OutboundSseEvent> events(String id, @Parameter(hidden = true) Sse sse) {
        Job job = find(id);
        // a listener that is slower than the job misses states between, never the last one
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            Job.Watcher watcher = (state, last) -> {
                                emitter.emit(event(state, sse));
                                if (last) {
                                    emitter.complete();
                                }
                            };
                            emitter.onTermination(() -> job.unwatch(watcher));
                            job.watch(watcher);
                        },
                        BackPressureStrategy.LATEST);
    }

    private static OutboundSseEvent event(JobState state, Sse sse) {
        return sse.newEventBuilder()
                .name("job")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(JobState.class, state)
                .build();
    }

    private Job find(String id) {
        return jobs.find(id).orElseThrow(() -> HttpProblem.builder()
                .withStatus(Response.Status.NOT_FOUND)
                .withTitle("No such job")
                .withDetail("job '" + id
                        + "' is not known; of jobs that have ended the last 1,000 are kept, their traces for good")
                .build());
    }
}
