package org.throughline.spark;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * The rows of Parquet files as CSV, in the order of files and rows, so that they are read, numbered and told of like any other table: the
 * header is row 1, and what is null is a blank cell.
 */
final class ParquetText {

    /** What a cell cannot hold. */
    private static final List<String> NO_CELLS = List.of("struct", "map", "binary", "variant");

    private ParquetText() {}

    /** @throws IOException also where a column holds what is no cell; names it */
    static void write(SparkSession spark, String address, Appendable out) throws IOException {
        Dataset<Row> table = spark.read().parquet(address);
        refuseNested(table.schema().fields(), address);
        line(Stream.of(table.schema().fields()).map(StructField::name), out);
        int columns = table.schema().size();
        Iterator<Row> rows =
                table.orderBy("_metadata.file_path", "_metadata.row_index").toLocalIterator();
        while (rows.hasNext()) {
            Row row = rows.next();
            line(IntStream.range(0, columns).mapToObj(column -> text(row.get(column))), out);
        }
    }

    private static void refuseNested(StructField[] columns, String address) throws IOException {
        for (StructField column : columns) {
            String type = column.dataType().typeName();
            if (NO_CELLS.stream().anyMatch(type::startsWith)) {
                throw new IOException(
                        "%s, column \"%s\": found a %s, expected a text, a number, a day, a flag or a list of texts; take its parts apart into columns"
                                .formatted(address, column.name(), type));
            }
        }
    }

    private static void line(Stream<String> cells, Appendable out) throws IOException {
        out.append(cells.map(ParquetText::quoted).collect(Collectors.joining(",", "", "\n")));
    }

    private static String quoted(String cell) {
        return cell.isEmpty() ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String text(@Nullable Object value) {
        if (value instanceof scala.collection.Seq<?> many) {
            return scala.jdk.javaapi.CollectionConverters.asJava(many).stream()
                    .map(ParquetText::text)
                    .collect(Collectors.joining(";"));
        }
        if (value instanceof Float || value instanceof Double) {
            return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? "" : value.toString();
    }
}
