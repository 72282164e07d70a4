package io.headstream.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.headstream.schema.ActivationId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules on a prompt of six tokens, figures by hand: "When Mary and John , John", target " Mary", distractor " John". */
class RulesTest {
    private static final Prompt PROMPT = new Prompt(
            List.of("When", " Mary", " and", " John", ",", " John"),
            List.of(2427, 5099, 284, 2322, 28, 2322),
            5,
            " Mary",
            " John");

    private final Map<ActivationId, Output> outputs = new LinkedHashMap<>();
    private final Map<ActivationId, List<Read>> reads = new HashMap<>();

    @Test
    void components_are_ranked_by_the_size_of_the_sum_of_their_effects_over_positions_but_the_first() {
        head(2, 5, 0, 3);
        head(2, 3, 0, -1); // sum 2
        head(1, 5, 1, -2.5); // sum -2.5
        head(0, 0, 2, 9); // at the first token alone
        mlp(1, 5, 2.2);
        List<Ranking.Ranked> ranked = Ranking.of(outputs.values(), Measure.EFFECT, PROMPT.first());
        assertThat(ranked.stream().map(each -> each.component() + " " + each.sum()))
                .containsExactly("L1H1 -2.5", "L1.mlp 2.2", "L2H0 2.0");
        assertThat(ranked.get(2).strongest()).extracting(Output::position).containsExactly(5);
    }

    @Test
    void a_second_position_is_shown_where_half_as_much_is_done() {
        head(2, 5, 0, 3);
        head(2, 3, 0, -1.5);
        head(2, 4, 0, 1.4);
        assertThat(Ranking.of(outputs.values(), Measure.EFFECT, 1).get(0).strongest())
                .extracting(Output::position)
                .containsExactly(5, 3);
    }

    @Test
    void what_was_measured_is_of_a_component_and_told_where_it_does_most() {
        measured(2, 5, 0, 3, -4);
        measured(2, 3, 0, -1.5, -4);
        measured(1, 5, 1, 9, 0.5);
        assertThat(Measure.of(outputs.values())).containsExactly(Measure.MEASURED, Measure.EFFECT);
        List<Ranking.Ranked> ranked = Ranking.of(outputs.values(), Measure.MEASURED, 1);
        assertThat(ranked.stream().map(each -> each.component() + " " + each.sum()))
                .containsExactly("L2H0 -4.0", "L1H1 0.5");
        assertThat(ranked.get(0).strongest()).extracting(Output::position).containsExactly(5);
        ActivationId other = ActivationId.mlp(0, 5);
        put(new Output(other, 1.0, null, 0.1, 0.1, new Story.Measured(2, "target"))); // of another kind
        assertThat(Measure.of(outputs.values())).containsExactly(Measure.EFFECT);
        outputs.remove(other);
        head(0, 5, 0, 1); // which nobody measured
        assertThat(Measure.of(outputs.values())).containsExactly(Measure.EFFECT);
    }

    @Test
    void of_twenty_six_are_mlps_and_where_one_kind_ends_the_other_goes_on() {
        for (int layer = 0; layer < 20; layer++) {
            head(layer, 5, 0, 100 - layer);
            mlp(layer, 5, 1);
        }
        List<Boolean> heads = Ranking.onQuotas(Ranking.of(outputs.values(), Measure.EFFECT, 1)).stream()
                .map(Ranking.Ranked::head)
                .toList();
        assertThat(heads).hasSize(40);
        assertThat(heads.subList(0, 8)).containsExactly(true, true, true, false, true, true, false, true);
        assertThat(heads.subList(0, 20).stream().filter(head -> head)).hasSize(14);
        assertThat(heads.subList(30, 40)).containsOnly(false);
    }

    @Test
    void a_head_rests_where_it_reads_the_first_token_with_most_of_its_weight() {
        Output head = head(2, 5, 0, 3);
        assertThat(Sinks.rests(head, List.of(read(0, 0.81, 1), read(1, 0.1, 0.5))))
                .isTrue();
        assertThat(Sinks.rests(head, List.of(read(0, 0.8, 1)))).isFalse();
        assertThat(Sinks.rests(head, List.of(read(1, 0.1, 1), read(0, 0.9, 0.5))))
                .isFalse();
        assertThat(Sinks.rests(mlp(2, 5, 1), List.of())).isFalse();
    }

    @Test
    void behind_a_head_stand_two_that_move_its_query_and_two_that_wrote_what_it_reads() {
        Output name = head(9, 5, 0, 10);
        reads.put(name.id(), List.of(read(1, 0.7, 6)));
        head(1, 5, 0, 0.1);
        head(2, 5, 0, 0.1);
        head(3, 5, 0, 0.1);
        head(4, 1, 0, 0.1);
        ActivationId value = ActivationId.memory(9, 1, 0);
        Moves moves = new Moves(List.of(
                new Move(ActivationId.head(1, 5, 0), name.id(), Move.QUERY, 0.3),
                new Move(ActivationId.head(2, 5, 0), name.id(), Move.QUERY, -0.5),
                new Move(ActivationId.head(3, 5, 0), name.id(), Move.QUERY, 0.2),
                new Move(ActivationId.head(4, 1, 0), value, Move.VALUE, 0.09))); // less than a hundredth of 10
        Collection<Member> members = new Closure(Measure.EFFECT, outputs, reads, moves)
                .around(Ranking.of(List.of(name), Measure.EFFECT, 1), 120);
        assertThat(members.stream().map(member -> member.id() + " " + member.role() + " " + member.rank()))
                .containsExactly("L9P5.H0 RANKED 1", "L2P5.H0 QUERY 0", "L1P5.H0 QUERY 0");
    }

    @Test
    void one_that_is_brought_in_keeps_its_place_when_it_is_ranked_later() {
        Output name = head(9, 5, 0, 10);
        Output mover = head(2, 5, 0, 4);
        Moves moves = new Moves(List.of(new Move(mover.id(), name.id(), Move.QUERY, 1)));
        Collection<Member> members = new Closure(Measure.EFFECT, outputs, reads, moves)
                .around(Ranking.of(outputs.values(), Measure.EFFECT, 1), 120);
        assertThat(members.stream().map(member -> member.id() + " " + member.role() + " " + member.from()))
                .containsExactly("L9P5.H0 RANKED 1", "L2P5.H0 RANKED 1");
        assertThat(members).last().extracting(Member::rank).isEqualTo(2);
    }

    @Test
    void at_a_position_that_is_read_those_are_told_who_noticed_the_repetition() {
        Output name = head(9, 5, 0, 10);
        reads.put(name.id(), List.of(read(1, 0.7, 6)));
        Output duplicate = head(3, 5, 1, 0.5);
        Output weaker = head(3, 5, 2, 0.4);
        Output third = head(3, 5, 3, 0.3);
        Output induction = head(4, 5, 1, 0.1);
        Repeats repeats = new Repeats(PROMPT, List.of(new Member(name, Role.RANKED, 7, 7)), reads);
        assertThat(repeats.positions()).containsExactly(5); // " Mary" stands once
        List<Member> heads = repeats.heads(
                List.of(
                        new Repeats.Attending(third.id(), 3, 0.9),
                        new Repeats.Attending(weaker.id(), 3, 0.6),
                        new Repeats.Attending(duplicate.id(), 3, 0.5),
                        new Repeats.Attending(induction.id(), 4, 0.8)),
                outputs,
                Measure.EFFECT);
        assertThat(heads.stream().map(member -> member.id() + " " + member.role() + " " + member.from()))
                .containsExactly("L3P5.H1 DUPLICATE 7", "L3P5.H2 DUPLICATE 7", "L4P5.H1 INDUCTION 7");
    }

    @Test
    void the_commonest_tokens_repeat_without_meaning() {
        Prompt prompt = new Prompt(List.of(" to", " be", " to"), List.of(288, 325, 288), 2, null, null);
        assertThat(prompt.earlier(2)).isEmpty();
        assertThat(PROMPT.earlier(5)).containsExactly(3);
    }

    @Test
    void captions_say_what_a_head_is_seen_to_do() {
        List<Captions.Written> mary = List.of(new Captions.Written(" Mary", 2));
        List<Captions.Written> john = List.of(new Captions.Written(" John", 1));
        assertThat(caption(head(9, 5, 0, 2), mary, read(1, 0.5, 1))).isEqualTo("copies the answer");
        assertThat(caption(head(9, 5, 0, 2), List.of(), read(1, 0.5, 1))).isEmpty();
        assertThat(caption(head(9, 5, 0, -2), List.of(), read(1, 0.5, -1))).isEqualTo("works against it");
        assertThat(caption(head(9, 5, 0, -2), john, read(3, 0.5, -1))).isEqualTo("works against it");
        assertThat(caption(head(9, 5, 0, 2), List.of(), read(3, 0.5, 1))).isEqualTo("sees its token earlier");
        assertThat(caption(head(9, 5, 0, 2), List.of(), read(4, 0.5, 1))).isEqualTo("continues what followed");
        assertThat(caption(head(9, 4, 0, 2), List.of(), read(3, 0.5, 1))).isEqualTo("looks one back");
        assertThat(caption(head(9, 4, 0, 2), List.of(), read(3, 0.4, 1))).isEmpty();
        assertThat(caption(head(9, 5, 0, 2), mary, read(1, 0.1, 1))).isEmpty();
        assertThat(caption(mlp(9, 5, 2), mary, read(1, 0.5, 1))).isEmpty();
    }

    @Test
    void a_token_that_stood_earlier_is_read_as_the_repeated_one() {
        Prompt prompt = new Prompt(
                List.of("When", " John", ",", " John", " to"), List.of(2427, 2322, 28, 2322, 288), 4, " Mary", null);
        Output head = head(9, 4, 0, 2);
        assertThat(new Captions(prompt, Measure.EFFECT).of(head, List.of(read(3, 0.5, 1)), List.of()))
                .hasValueSatisfying(seen -> {
                    assertThat(seen.caption()).isEqualTo(Caption.READS_THE_REPEATED_TOKEN);
                    assertThat(seen.key()).isEqualTo(3);
                });
    }

    private String caption(Output output, List<Captions.Written> written, Read... reads) {
        return new Captions(PROMPT, Measure.EFFECT)
                .of(output, Arrays.asList(reads), written)
                .map(seen -> seen.caption().words())
                .orElse("");
    }

    private Output head(int layer, int position, int head, double effect) {
        return put(ActivationId.head(layer, position, head), effect);
    }

    private Output mlp(int layer, int position, double effect) {
        return put(ActivationId.mlp(layer, position), effect);
    }

    private void measured(int layer, int position, int head, double effect, double measured) {
        put(new Output(
                ActivationId.head(layer, position, head), effect, null, 0.1, 0.1, new Story.Measured(measured, "all")));
    }

    private Output put(ActivationId id, double effect) {
        return put(new Output(id, effect, null, 0.1, 0.1, null));
    }

    private Output put(Output output) {
        outputs.put(output.id(), output);
        return output;
    }

    private static Read read(int key, double weight, double effect) {
        return new Read(key, weight, effect, null);
    }
}
