package io.headstream.api.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.headstream.cypher.Column;
import io.headstream.cypher.NamedQuery;
import io.headstream.cypher.Parameter;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A named query, as the page makes a form of it. */
@Schema(name = "Query")
public record QueryView(
        String name,
        String group,
        String title,
        String explanation,
        List<ParameterView> parameters,
        List<ColumnView> columns,
        String statement) {

    /** A field of the form; without a default and not required, nothing means any. */
    @Schema(name = "QueryParameter")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ParameterView(
            String name,
            @Schema(ref = "ParameterType") String type,
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
                    @Schema(description = "all that a string may be, if it is not free")
                    List<String> choices,
            @Nullable @JsonProperty("default") Object defaultValue,
            String explanation,
            boolean required) {}

    /** A column of the answer. */
    @Schema(name = "QueryColumn")
    public record ColumnView(String name, @Schema(ref = "ColumnType") String type, String explanation) {}

    /** The library. */
    @Schema(name = "Queries")
    public record Library(List<QueryView> items) {}

    static QueryView of(NamedQuery query) {
        return new QueryView(
                query.name(),
                query.group().title(),
                query.title(),
                query.explanation(),
                query.parameters().stream().map(QueryView::parameter).toList(),
                query.columns().stream().map(QueryView::column).toList(),
                query.statement());
    }

    private static ParameterView parameter(Parameter p) {
        return new ParameterView(
                p.name(), p.type().label(), p.choices(), p.defaultValue(), p.explanation(), p.required());
    }

    private static ColumnView column(Column column) {
        return new ColumnView(column.name(), column.type().label(), column.explanation());
    }
}
