package org.throughline.intake;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Kind;

/** A table of raw cells, whatever it was read from. */
interface RawTable {

    /** As the user named it. */
    String file();

    /** The kind of its rows where the input says so itself (a property of a JSON document), else null. */
    @Nullable
    Kind kind();

    @Nullable
    String encoding();

    @Nullable
    String delimiter();

    List<String> headers();

    /** The same with what tells them apart. */
    default List<Header> columns() {
        return Header.plain(headers());
    }

    /** The first rows that are not blank, each as {@link RowSink} takes them; nothing is reported. */
    List<@Nullable Object[]> sample(int most) throws IOException;

    /** Gives every row that is not blank, in order. */
    void forEach(RowSink sink) throws IOException;

    /** Takes rows. A cell is a text, a list of texts, {@link Nothing} or, where the row lacks the column, null. */
    @FunctionalInterface
    interface RowSink {
        /** @param row as a spreadsheet counts; @param cells as many as there are headers */
        void row(int row, @Nullable Object[] cells);
    }
}
