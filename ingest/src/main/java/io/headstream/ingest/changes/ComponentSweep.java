package io.headstream.ingest.changes;

import io.headstream.cypher.Statements;
import io.headstream.ingest.circuits.SavedCircuits;
import io.headstream.schema.Site;
import io.headstream.tracer.attribution.Outcome;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.intervene.Place;
import io.headstream.tracer.load.LoadedModel;
import io.headstream.tracer.sweep.Measured;
import io.headstream.tracer.sweep.Sweep;
import io.headstream.tracer.sweep.SweepRequest;
import io.headstream.tracer.sweep.Swept;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A sweep of heads, MLPs, residual states or neurons.
 *
 * @param put what is put in the place of each, in words; empty where it is zero
 */
public record ComponentSweep(SweepRequest request, String put) implements PreparedSweep {
    @Override
    public Measuring of(LoadedModel model, Question question, SavedCircuits circuits) {
        return new OfTrace(new Sweep(model, request.asking(question)));
    }

    private final class OfTrace implements Measuring {
        private final Sweep sweep;

        OfTrace(Sweep sweep) {
            this.sweep = sweep;
        }

        @Override
        public Map<String, Object> properties() {
            Map<String, Object> p = new HashMap<>(Map.of(
                    "of", request.swept().label(),
                    "kind", request.kind().label(),
                    "positions", request.positions().toString()));
            if (!put.isEmpty()) {
                p.put("put", put);
            }
            return p;
        }

        @Override
        public String statement() {
            return switch (request.swept()) {
                case HEADS -> Statements.write("sweep/heads");
                case NEURONS -> Statements.write("sweep/neurons");
                case MLPS, RESID_PRE -> Statements.write("sweep/points");
            };
        }

        @Override
        public boolean ofNeurons() {
            return request.swept() == Swept.NEURONS;
        }

        @Override
        public void run(Consumer<Outcome> baseline, Consumer<Map<String, Object>> row, Sweep.Progress progress) {
            sweep.run(baseline, each -> row.accept(row(each)), progress);
        }
    }

    private static Map<String, Object> row(Measured each) {
        Map<String, Object> row = new HashMap<>(PreparedSweep.row(each.after(), each.change()));
        row.put("layer", each.at().layer());
        row.put("number", each.at().number());
        if (each.at().place() == Place.MLP_OUT) {
            row.put("site", Site.MLP.toString());
        } else if (each.at().place() == Place.RESID_PRE) { // the state after the block before
            boolean first = each.at().layer() == 0;
            row.put("layer", first ? 0 : each.at().layer() - 1);
            row.put("site", (first ? Site.EMBED : Site.POST).toString());
            row.put("position", each.at().positions().listed().get(0));
        }
        return row;
    }
}
