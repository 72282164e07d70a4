package io.headstream.api.server;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.MethodInfo;

/** The calls that the server takes, by the classes that it is made of: whatever says of itself where it is reached. */
final class ServedCalls {
    private static final List<Class<? extends Annotation>> VERBS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);

    private ServedCalls() {}

    /** Such as {@code GET /api/traces/{id}}; read from the indexes that the modules are built with. */
    static List<String> all() throws IOException {
        List<String> calls = new ArrayList<>();
        for (URL file :
                Collections.list(Thread.currentThread().getContextClassLoader().getResources("META-INF/jandex.idx"))) {
            try (InputStream in = file.openStream()) {
                Index index = new IndexReader(in).read();
                index.getKnownClasses().stream()
                        .filter(type -> type.name().toString().startsWith("io.headstream."))
                        .filter(type -> type.hasDeclaredAnnotation(Path.class))
                        .flatMap(ServedCalls::of)
                        .forEach(calls::add);
            }
        }
        return calls;
    }

    private static Stream<String> of(ClassInfo resource) {
        String base = path(resource.declaredAnnotation(Path.class));
        return resource.methods().stream().flatMap(method -> VERBS.stream()
                .filter(method::hasAnnotation)
                .map(verb -> verb.getSimpleName() + " " + base + below(method)));
    }

    // a variable's pattern is not part of its name
    private static String below(MethodInfo method) {
        return method.hasAnnotation(Path.class)
                ? path(method.annotation(Path.class)).replaceAll("\\{(\\w+):[^}]*\\}", "{$1}")
                : "";
    }

    private static String path(AnnotationInstance annotation) {
        String path = annotation.value().asString();
        return path.startsWith("/") ? path : "/" + path;
    }
}
