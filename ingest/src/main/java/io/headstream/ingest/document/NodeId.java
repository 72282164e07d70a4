package io.headstream.ingest.document;

import static io.headstream.ingest.document.TraceDocument.number;
import static io.headstream.ingest.document.TraceDocument.text;

import java.util.Map;

/** What a node is called within its trace, such as L3P5.H2; docs/api-contract.md lists the forms. */
final class NodeId {
    private NodeId() {}

    static String of(Map<String, Object> node) {
        String part =
                switch (text(node, "label")) {
                    case "AttentionOutput" -> "attn";
                    case "MlpOutput" -> "mlp";
                    case "HeadOutput" -> "H" + number(node, "head");
                    case "MemoryValue" -> "H" + number(node, "head") + ".v";
                    case "NeuronActivation" -> "N" + number(node, "index");
                    default -> text(node, "site");
                };
        return "L" + number(node, "layer") + "P" + number(node, "position") + "." + part;
    }
}
