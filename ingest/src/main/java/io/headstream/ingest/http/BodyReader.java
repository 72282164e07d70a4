package io.headstream.ingest.http;

import io.headstream.ingest.body.Bodies;
import io.headstream.ingest.body.BodyException;
import io.headstream.ingest.jobs.request.JobSubject;
import io.headstream.ingest.jobs.request.ModelRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads what a job is asked for, instead of the framework's own reader, which takes 1.5 for 1 and knows nothing of heaps. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class BodyReader implements MessageBodyReader<JobSubject> {
    private final Bodies bodies = new Bodies();

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return JobSubject.class.isAssignableFrom(type);
    }

    @Override
    public JobSubject readFrom(
            Class<JobSubject> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return bodies.read(body, headers.getFirst(HttpHeaders.CONTENT_LENGTH), type)
                .orElseThrow(() -> BodyException.of("a JSON body with a "
                        + (type.equals(ModelRequest.class) ? "source" : "prompt") + " is needed"));
    }
}
