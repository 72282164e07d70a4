package io.headstream.api.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffortTest {
    private static final Map<String, Object> GIVEN = Map.of(
            "few",
            Collections.nCopies(50, 1),
            "n",
            20,
            "many",
            Collections.nCopies(400_000, 1),
            "text",
            "x".repeat(3_000_000));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WITH collect(1) AS l RETURN [é IN l | [ü IN l | é + ü]]",
                "WITH collect(1) AS l RETURN [`x` IN l | [変数 IN l | 1]]",
                "WITH range(1, 1000000000) AS r RETURN [x IN r | x]",
                "RETURN any(x IN range(1, 1000000000) WHERE x < 0)",
                "RETURN all(x IN $many WHERE none(y IN $many WHERE x = y))",
                "RETURN reduce(s = 'a', x IN [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20] | s + s)",
                "RETURN reduce(s = [], x IN $many | s + [x])",
                "RETURN reduce(s = 0, i IN range(1, 1500000000) | s + i)",
                "MATCH (n) WHERE n.text =~ '(a|aa)+b' RETURN n",
                "MATCH (n) WHERE n.text =~ $p RETURN n",
                "WITH 'aaaa' AS s RETURN s =~ '.*.*.*.*b'",
                "RETURN range(0, 2000000000)",
                "RETURN range(1, $x)",
                "RETURN size(replace($text, 'x', $text))",
                "WITH 'a' AS a WITH a+a AS a WITH a+a AS a WITH a+a AS a WITH a+a AS a WITH a+a AS a WITH a+a AS a WITH a+a AS a"
                        + " WITH a+a AS a WITH a+a AS a WITH a+a AS a WITH a+a AS a WITH a+a AS a WITH a+a AS a RETURN size(a)",
                "WITH [1] AS a WITH [a,a,a,a] AS a WITH [a,a,a,a] AS a WITH [a,a,a,a] AS a WITH [a,a,a,a] AS a WITH [a,a,a,a] AS a"
                        + " WITH [a,a,a,a] AS a WITH [a,a,a,a] AS a RETURN a = a",
                "WITH {a: 1} AS a WITH {a:a,b:a,c:a,d:a} AS a WITH {a:a,b:a,c:a,d:a} AS a WITH {a:a,b:a,c:a,d:a} AS a"
                        + " WITH {a:a,b:a,c:a,d:a} AS a WITH {a:a,b:a,c:a,d:a} AS a WITH {a:a,b:a,c:a,d:a} AS a WITH {a:a,b:a,c:a,d:a} AS a RETURN a",
                "RETURN COUNT { UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN x }",
                "RETURN [x IN $many | $many]",
                "RETURN normalize($text)",
                "RETURN something.unknown(1)",
                "MATCH (n) UNWIND [{p: range(1, 9)}] AS n2 WITH n2 AS n RETURN [x IN n.p | [y IN n.p | 1]]"
            })
    void what_may_compute_without_a_bound_is_known(String statement) {
        assertThat(Effort.isUnbounded(Statement.read(statement), GIVEN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MATCH (t:Trace) RETURN t.id, t.prompt + ' ' + t.model LIMIT 5",
                "MATCH p = (a)-[*1..3]->(b) RETURN [n IN nodes(p) | n.text], [r IN relationships(p) | type(r)]",
                "MATCH (h:Head) RETURN [x IN h.values | x * 2], reduce(s = 0.0, x IN h.values | s + x)",
                "MATCH (h) WHERE any(l IN labels(h) WHERE l STARTS WITH 'H') RETURN h{.name, .layer, x: h.index}",
                "UNWIND range(1, 1000000000) AS x RETURN count(x)",
                "MATCH (t) WITH collect(t) AS ts RETURN [t IN ts | t.id][..10], size(ts)",
                "RETURN [x IN $few | [y IN $few | x * y]]",
                "RETURN [i IN range(1, $n) | i * i], reduce(s = 0, i IN range(1, 100) | s + i)",
                "MATCH (t:Token) WHERE t.text =~ '(?i).*mary.*' RETURN replace(t.text, '\\u0120', ' ')",
                "MATCH (a)-->(b) RETURN {head: a.name, dla: b.dla, rank: b.rank, x: [a.x, b.x]} AS row, COUNT { (a)--() } AS degree",
                "MATCH (t) RETURN COLLECT { MATCH (t)-->(x) RETURN x.text } AS texts, [(t)-->(p) | p.text] AS more",
                "MATCH (n) WHERE n.id IN $few AND NOT n.text CONTAINS 'x' RETURN toUpper(left(n.text, 3)), split(n.text, ' ')[0]",
                "RETURN reduce(s = 1, i IN [1, 2, 3] | CASE WHEN i > s THEN i ELSE s END) AS max",
                "SHOW INDEXES"
            })
    void what_a_question_mostly_does_is_known_to_be_small(String statement) {
        assertThat(Effort.isUnbounded(Statement.read(statement), Map.of("few", Collections.nCopies(50, 1), "n", 20)))
                .isFalse();
    }
}
