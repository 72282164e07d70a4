package io.headstream.api.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.headstream.schema.ActivationId;
import io.headstream.schema.ActivationKind;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An activation as the page draws it; a figure that does not exist is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Node(
        @Schema(ref = "ActivationId") String id,
        @Schema(ref = "NodeKind") String kind,
        int layer,
        int position,
        @Schema(examples = "L3H2") String name,
        @Nullable Long head,
        @Nullable Long index,
        @Nullable @Schema(description = "of a residual state: embed, mid or post; of a norm or a bias, which")
                String site,
        @Nullable Double norm,
        @Nullable @Schema(description = "part of the residual state that it ends in") Double share,
        @Nullable @Schema(description = "how much of the last residual state came through it") Double influence,
        @Nullable @Schema(description = "direct logit attribution; at the target position only") Double dla,
        @Nullable @Schema(description = "activation times gradient of the metric") Double effect,
        @Nullable Long targetRank,
        @Nullable Double targetProbability,
        @Nullable @Schema(description = "first token of its vocabulary projection") String topToken) {

    /** From a node's properties and labels. */
    public static Node of(Map<String, Object> p, List<String> labels, @Nullable String topToken) {
        String id = (String) p.getOrDefault("node", "");
        return new Node(
                id,
                ActivationKind.labelled(labels).map(ActivationKind::apiName).orElse("activation"),
                Figures.required(p, "layer"),
                Figures.required(p, "position"),
                name(p, id),
                Figures.whole(p, "head"),
                Figures.whole(p, "index"),
                (String) p.get("site"),
                Figures.number(p, "norm"),
                Figures.number(p, "share"),
                Figures.number(p, "influence"),
                Figures.number(p, "dla"),
                Figures.number(p, "effect"),
                Figures.whole(p, "targetRank"),
                Figures.number(p, "targetProbability"),
                topToken);
    }

    /** The same with its first token. */
    public Node withTopToken(@Nullable String token) {
        return new Node(
                id,
                kind,
                layer,
                position,
                name,
                head,
                index,
                site,
                norm,
                share,
                influence,
                dla,
                effect,
                targetRank,
                targetProbability,
                token);
    }

    /** Its share, 0 where it has none. */
    public double shareOrZero() {
        return share == null ? 0 : share;
    }

    // what is no component is called by its place in the block
    private static String name(Map<String, Object> p, String id) {
        return p.get("name") instanceof String name && !name.isEmpty()
                ? name
                : ActivationId.parse(id).map(ActivationId::inBlock).orElse(id);
    }
}
