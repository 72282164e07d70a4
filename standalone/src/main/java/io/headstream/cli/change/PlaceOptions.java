package io.headstream.cli.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headstream.cli.client.ApiClient;
import io.headstream.cli.client.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** At which positions something is changed, and how places are written on the command line. */
public final class PlaceOptions {
    private static final Pattern SITE = Pattern.compile("(?:blocks\\.)?(\\d+)\\.([\\w.]+)");

    private static final String EMBED = "hook_embed";

    @Option(
            names = "--positions",
            split = ",",
            paramLabel = "P",
            description = "At these positions, from 0 (default: all)")
    private List<Integer> positions = new ArrayList<>();

    @Option(names = "--at-target", description = "At the target position alone")
    private boolean target;

    @Option(
            names = "--path-to",
            paramLabel = "COMPONENT",
            description =
                    "Only in what this head or MLP reads of it directly, all else as it is (path patching): L4H5, L4.mlp")
    private @Nullable String receiver;

    /** Whether what is changed is so for one receiver alone. */
    boolean isPath() {
        return receiver != null;
    }

    /**
     * Makes an intervention path patching.
     *
     * @param from what the sender becomes; nothing for 0
     */
    void path(String sender, ObjectNode intervention, ObjectNode from) {
        intervention.put("kind", "path");
        intervention.set("at", place(receiver == null ? "" : receiver));
        intervention.set("from", from.put("sender", sender));
    }

    /** A place: L3H4, L3N12, L5.mlp, or a site with its layer such as 3.hook_resid_pre, or hook_embed. */
    ObjectNode place(String written) {
        ObjectNode at = positions(ApiClient.JSON.createObjectNode());
        Matcher site = SITE.matcher(written);
        if (site.matches()) {
            return at.put("site", site.group(2)).put("layer", Integer.parseInt(site.group(1)));
        }
        return at.put(written.equals(EMBED) ? "site" : "component", written);
    }

    /** The same object with the positions in it. */
    ObjectNode positions(ObjectNode into) {
        if (target && !positions.isEmpty()) {
            throw CommandFailure.wrongInput("give --positions or --at-target, not both");
        }
        if (target) {
            into.put("target", true);
        }
        positions.forEach(into.withArray("positions")::add);
        if (positions.isEmpty()) {
            into.remove("positions");
        }
        return into;
    }
}
