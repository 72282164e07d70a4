package io.headstream.ingest.document;

import static io.headstream.ingest.document.TraceDocument.number;
import static io.headstream.ingest.document.TraceDocument.text;

import io.headstream.schema.Component;
import io.headstream.schema.ComponentName;
import io.headstream.schema.Said;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whether what people said is of components of the document's model, and no longer than what they may say here. */
final class SaidCheck {
    private final TraceDocument document;

    private SaidCheck(TraceDocument document) {
        this.document = document;
    }

    static void check(TraceDocument document) {
        SaidCheck check = new SaidCheck(document);
        check.labels();
        check.views();
    }

    private void labels() {
        Set<String> components = new HashSet<>();
        int i = 0;
        for (Map<String, Object> label : document.labels()) {
            String place = "/labels/" + i++;
            String component = text(label, "component");
            if (ComponentName.parse(component).filter(this::isOfTheModel).isEmpty()) {
                throw DocumentException.at(
                        place + "/component", "is \"" + component + "\", no head, neuron or MLP of the model");
            }
            if (text(label, "label").isBlank()) {
                throw DocumentException.at(place + "/label", "is empty");
            }
            atMost(Said.LONGEST_LABEL, label, "label", place);
            if (label.containsKey("note")) {
                atMost(Said.LONGEST_NOTE, label, "note", place);
            }
            once(component, components, place);
            DocumentCheck.requireTime(text(label, "updatedAt"), place + "/updatedAt");
        }
    }

    private void views() {
        Set<String> names = new HashSet<>();
        int i = 0;
        for (Map<String, Object> view : document.views()) {
            String place = "/views/" + i++;
            String name = text(view, "name");
            if (!Said.isViewName(name)) {
                throw DocumentException.at(
                        place + "/name",
                        "must have 1 to " + Said.LONGEST_VIEW_NAME + " characters, and none that is not seen");
            }
            atMost(Said.LONGEST_ADDRESS, view, "address", place);
            if (!text(view, "address").matches(Said.ADDRESS)) {
                throw DocumentException.at(place + "/address", "has characters that an address has not");
            }
            once(name, names, place);
            DocumentCheck.requireTime(text(view, "updatedAt"), place + "/updatedAt");
        }
    }

    private boolean isOfTheModel(ComponentName name) {
        int numbers = name.component() == Component.HEAD
                ? number(document.model(), "heads")
                : number(document.model(), "dMlp");
        return name.layer() < number(document.model(), "layers") && name.number() < numbers;
    }

    private static void atMost(int longest, Map<String, Object> row, String field, String place) {
        if (text(row, field).length() > longest) {
            throw DocumentException.at(place + "/" + field, "is longer than " + longest + " characters");
        }
    }

    private static void once(String name, Set<String> names, String place) {
        if (!names.add(name)) {
            throw DocumentException.at(place, "is there twice: " + name);
        }
    }
}
