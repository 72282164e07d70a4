package io.headstream.ingest.document;

import static io.headstream.ingest.document.TraceDocument.number;
import static io.headstream.ingest.document.TraceDocument.text;

import io.headstream.schema.ActivationId;
import io.headstream.schema.ActivationKind;
import io.headstream.schema.Site;
import java.util.List;
import java.util.Map;

/** Which activation a row of a document is, by its label and place. */
final class NodeId {
    private NodeId() {}

    /** Of a row whose label, layer, position and number are sound; fails if its site is none of its label's. */
    static ActivationId of(Map<String, Object> node, String place) {
        ActivationKind kind = ActivationKind.labelled(text(node, "label")).orElseThrow();
        Site site = kind.told() == ActivationKind.Told.BY_SITE
                ? named(text(node, "site"), kind.sites(), place)
                : kind.sites().get(0);
        int number = site.numbered() ? number(node, kind.told().property().orElseThrow()) : -1;
        return new ActivationId(site, number(node, "layer"), number(node, "position"), number);
    }

    private static Site named(String text, List<Site> sites, String place) {
        return sites.stream()
                .filter(site -> site.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> DocumentException.at(
                        place + "/site",
                        "is \"" + text + "\"; it must be one of "
                                + String.join(
                                        ", ", sites.stream().map(Site::toString).toList())));
    }
}
