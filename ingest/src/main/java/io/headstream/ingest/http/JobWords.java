package io.headstream.ingest.http;

import io.headstream.access.openapi.Words;
import io.headstream.ingest.jobs.request.JobMeasure;
import io.headstream.ingest.jobs.request.JobMetric;
import io.headstream.schema.TraceDetail;
import io.headstream.tracer.attribution.Proximity;
import io.headstream.tracer.effect.EffectMetric;
import io.headstream.tracer.tokenizer.Bos;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** What a job's options may be, for the OpenAPI document. */
@OpenApiFilter(stages = RunStage.BUILD)
public class JobWords implements OASFilter {
    private static final String JOB = "JobRequest";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Words.fill(document, JOB, "detail", TraceDetail.labels().stream());
        Words.fill(document, JOB, "metric", Arrays.stream(JobMetric.values()).map(JobMetric::label));
        Words.fill(document, JOB, "measure", Arrays.stream(JobMeasure.values()).map(JobMeasure::label));
        Words.fill(document, JOB, "bos", Arrays.stream(Bos.values()).map(Bos::label));
        Words.fill(document, JOB, "shares", Arrays.stream(Proximity.values()).map(Proximity::label));
        Words.fill(
                document, JOB, "effects", Arrays.stream(EffectMetric.values()).map(EffectMetric::label));
    }
}
