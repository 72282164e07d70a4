package io.headstream.api.export;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;

import blue.strategic.parquet.Dehydrator;
import blue.strategic.parquet.ParquetWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** A table in a Parquet file: every column may be null, texts are UTF-8, pages compressed with Snappy. */
final class ParquetTable {
    private ParquetTable() {}

    /** Writes the rows, by the columns' names, into a file that is made or replaced. */
    static void write(Path file, String name, List<Column> columns, Consumer<Consumer<Map<String, Object>>> rows)
            throws IOException {
        MessageType schema =
                new MessageType(name, columns.stream().map(ParquetTable::type).toList());
        Dehydrator<Map<String, Object>> fields = (row, out) -> columns.forEach(column -> {
            Object value = row.get(column.name());
            if (value != null) {
                out.write(column.name(), typed(value, column.type()));
            }
        });
        try (ParquetWriter<Map<String, Object>> writer = ParquetWriter.writeFile(schema, file.toFile(), fields)) {
            rows.accept(row -> {
                try {
                    writer.write(row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Type type(Column column) {
        return switch (column.type()) {
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY).as(stringType()).named(column.name());
            case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case TRUTH -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
        };
    }

    private static Object typed(Object value, Column.Type type) {
        return switch (type) {
            case TEXT -> value.toString();
            case WHOLE -> ((Number) value).longValue();
            case NUMBER -> ((Number) value).doubleValue();
            case TRUTH -> value;
        };
    }
}
