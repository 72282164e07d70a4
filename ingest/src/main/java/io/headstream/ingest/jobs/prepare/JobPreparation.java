package io.headstream.ingest.jobs.prepare;

import io.headstream.ingest.body.Turns;
import io.headstream.ingest.chat.ChatMessage;
import io.headstream.ingest.chat.ChatTemplate;
import io.headstream.ingest.jobs.request.JobBounds;
import io.headstream.ingest.jobs.request.JobMetric;
import io.headstream.ingest.jobs.request.JobRequest;
import io.headstream.ingest.models.ModelReading;
import io.headstream.ingest.models.ModelShelf;
import io.headstream.tracer.attribution.Proximity;
import io.headstream.tracer.choice.Budget;
import io.headstream.tracer.effect.EffectMetric;
import io.headstream.tracer.effect.EffectOptions;
import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.tokenizer.Bos;
import io.headstream.tracer.tokenizer.Tokenizer;
import io.headstream.tracer.tokenizer.Vocabulary;
import io.headstream.tracer.trace.TraceOptions;
import io.headstream.tracer.trace.TraceRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks all that can be wrong with a job before it is accepted, without loading the model's weights. */
@ApplicationScoped
public class JobPreparation {
    // each holds a request, and while it encodes some hundred bytes for every character
    private final Turns turns = new Turns("prompts to be checked", 2, 64, Duration.ofSeconds(60));
    private final ModelShelf models;

    public JobPreparation(ModelShelf models) {
        this.models = models;
    }

    /** A job as it is run: a prompt of it is a step. */
    public record Prepared(Path folder, List<PreparedPrompt> prompts, List<String> tags) {
        private static final int SAID = 20;

        /** Those of the prompts, each once. */
        public List<String> notes() {
            return prompts.stream()
                    .flatMap(prompt -> prompt.notes().stream())
                    .distinct()
                    .limit(SAID)
                    .toList();
        }
    }

    /** @throws TraceException naming the fault and the remedy */
    public Prepared prepare(JobRequest job) {
        JobBounds.check(job);
        try (Turns.Turn turn = turns.take()) {
            return prepared(job);
        }
    }

    private Prepared prepared(JobRequest job) {
        Path folder = models.find(Optional.ofNullable(job.model()));
        TraceOptions options = options(job);
        boolean compared = JobMetric.of(job) == JobMetric.DIFFERENCE;
        List<PreparedPrompt> prompts = new ArrayList<>();
        try (ModelReading model = models.read(folder)) {
            Vocabulary vocabulary = model.vocabulary();
            Optional<Vocabulary.NamedAnswer> target = answer(vocabulary, "target", job.target(), job.targetTokens());
            Optional<Vocabulary.NamedAnswer> distractor =
                    answer(vocabulary, "distractor", job.distractor(), job.distractorTokens());
            List<String> notes = new ArrayList<>();
            target.flatMap(Vocabulary.NamedAnswer::note).ifPresent(notes::add);
            if (compared && distractor.isEmpty() && ids(target).size() > 1) {
                notes.add(
                        "no distractor is proposed for an answer of several tokens: its log probability is explained");
            }
            int given = 0;
            for (Text text : texts(job, folder, vocabulary)) {
                TraceRequest request = new TraceRequest(
                        TraceRequest.withAnswer(text.tokens(), ids(target)),
                        position(job.position()),
                        ids(target),
                        ids(distractor),
                        compared,
                        options,
                        List.of());
                request.check(model.architecture(), vocabulary);
                PreparedPrompt prompt = new PreparedPrompt(
                        text.text().orElseGet(() -> vocabulary.text(text.tokens())),
                        request,
                        target.map(Vocabulary.NamedAnswer::spelling),
                        distractor.map(Vocabulary.NamedAnswer::spelling),
                        Stream.concat(notes.stream(), text.notes().stream()).toList(),
                        PreparedPrompt.Role.TRACE,
                        "",
                        Optional.empty(),
                        Optional.empty());
                prompts.addAll(prompt.steps(job, given++, model.architecture(), vocabulary));
            }
        }
        return new Prepared(folder, prompts, job.tags() == null ? List.of() : List.copyOf(job.tags()));
    }

    private static TraceOptions options(JobRequest job) {
        TraceOptions usual = TraceOptions.DEFAULT;
        return new TraceOptions(
                job.detail() == null ? usual.detail() : TraceOptions.detail(job.detail()),
                job.shares() == null ? usual.shares() : Proximity.named(job.shares()),
                new EffectOptions(
                        job.effects() == null ? usual.effects().metric() : EffectMetric.named(job.effects()),
                        job.steps() == null ? usual.effects().steps() : job.steps()),
                job.budget() == null ? usual.budget() : new Budget(job.budget()),
                Boolean.TRUE.equals(job.force()));
    }

    private record Text(Optional<String> text, int[] tokens, List<String> notes) {}

    private static List<Text> texts(JobRequest job, Path folder, Vocabulary vocabulary) {
        long given = Stream.of(
                        Optional.ofNullable(job.prompt()),
                        Optional.ofNullable(job.prompts()),
                        Optional.ofNullable(job.messages()),
                        Optional.ofNullable(job.tokens()))
                .filter(Optional::isPresent)
                .count();
        if (given != 1) {
            throw new TraceException(
                    "give exactly one of prompt, prompts and tokens, or messages; " + given + " were given");
        }
        Bos bos = Bos.named(job.bos());
        if (job.tokens() != null) {
            if (job.bos() != null) {
                throw new TraceException("bos is of prompts that are text; tokens are traced as they are given");
            }
            int[] ids = job.tokens().stream().mapToInt(JobPreparation::whole).toArray();
            return List.of(new Text(Optional.empty(), ids, List.of()));
        }
        if (job.messages() != null) {
            return List.of(chat(job.messages(), job.bos(), folder, vocabulary));
        }
        List<String> prompts =
                job.prompts() != null ? job.prompts() : List.of(job.prompt() == null ? "" : job.prompt());
        if (prompts.isEmpty()) {
            throw new TraceException("prompts is empty; give at least one prompt");
        }
        return prompts.stream()
                .map(prompt -> text(prompt, vocabulary.encode(prompt, bos)))
                .toList();
    }

    // a template writes the BOS itself, as all special tokens
    private static Text chat(List<ChatMessage> messages, @Nullable String bos, Path folder, Vocabulary vocabulary) {
        if (bos != null) {
            throw new TraceException("bos is of prompts that are text; a chat has what its template writes");
        }
        String text = ChatTemplate.of(folder).render(messages);
        String note = "a chat of " + messages.size() + (messages.size() == 1 ? " message" : " messages")
                + " in the model's chat template; no special tokens but the template's";
        return new Text(Optional.of(text), vocabulary.encode(text, Bos.NONE).ids(), List.of(note));
    }

    private static Text text(String prompt, Tokenizer.Encoded encoded) {
        return new Text(Optional.of(prompt), encoded.ids(), encoded.notes());
    }

    private static int whole(@Nullable Integer token) {
        if (token == null) {
            throw new TraceException("tokens holds a null; give whole numbers");
        }
        return token;
    }

    private static OptionalInt position(@Nullable Integer position) {
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    private static Optional<Vocabulary.NamedAnswer> answer(
            Vocabulary vocabulary, String role, @Nullable String text, @Nullable List<Integer> ids) {
        if (text != null && ids != null) {
            throw new TraceException(role + " and " + role + "Tokens are given; leave out one of the two");
        }
        return ids != null
                ? Optional.of(vocabulary.answer(role, ids))
                : Optional.ofNullable(text).map(t -> vocabulary.answer(role, t));
    }

    private static List<Integer> ids(Optional<Vocabulary.NamedAnswer> answer) {
        return answer.map(Vocabulary.NamedAnswer::ids).orElse(List.of());
    }
}
