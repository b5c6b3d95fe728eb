package org.throughline.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Polluted files, told nothing about them. */
class NormaliserTest {

    private static final String PLAIN = "id,name,note\r\n1,Ann,fine\r\n2,Bo,\"a, b\"\r\n3,Cy,x\r\n";

    private static String normalised(String text) throws IOException {
        return normalised(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String normalised(byte[] bytes) throws IOException {
        StringBuilder out = new StringBuilder();
        Normaliser.normalise(() -> new ByteArrayInputStream(bytes), null, 1 << 20, out);
        return out.toString();
    }

    private static List<String> remarks(String text) throws IOException {
        return Normaliser.normalise(
                () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                null,
                1 << 20,
                new StringBuilder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void linesEndAsTheyLike(String end) throws IOException {
        assertThat(normalised(PLAIN.replace("\r\n", end))).isEqualTo(PLAIN);
        assertThat(normalised("id,name\n1,A\r\n2,B\r3,C")).isEqualTo("id,name\r\n1,A\r\n2,B\r\n3,C\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void encodingsAreFoundOutWithoutAMark(String name) throws IOException {
        String text = "id,name,note\r\n1,Zoë,größer\r\n2,Bo,x\r\n";
        assertThat(normalised(text.getBytes(Charset.forName(name)))).isEqualTo(text);
    }

    @Test
    void japaneseIsReadAsSuch() throws IOException {
        String text = "番号,名前,説明\r\n1,営業支援の試験運用,顧客への提案書の下書きを自動で作成する\r\n2,請求書の処理,請求書の内容を読み取って登録する\r\n";
        assertThat(normalised(text.getBytes(Charset.forName("Shift_JIS")))).isEqualTo(text);
    }

    @Test
    void aTitleAboveTheTableIsNoHeader() throws IOException {
        assertThat(normalised("Inventory of pilots\n\nas of June,,\n" + PLAIN)).isEqualTo(PLAIN);
    }

    @Test
    void aStrayQuoteIsACharacter() throws IOException {
        assertThat(normalised("id,name,note\n1,\"Ann,fine\n2,Bo,\"a, b\"\n3,Cy,x\n"))
                .isEqualTo("id,name,note\r\n1,\"\"\"Ann\",fine\r\n2,Bo,\"a, b\"\r\n3,Cy,x\r\n");
        assertThat(normalised("id,name,note\n1,Ann,5\" pipe\n2,Bo,\"a, b\"\n3,Cy,\"he said \"no\", twice\"\n"))
                .isEqualTo("id,name,note\r\n"
                        + "1,Ann,\"5\"\" pipe\"\r\n"
                        + "2,Bo,\"a, b\"\r\n"
                        + "3,Cy,\"he said \"\"no\"\", twice\"\r\n");
    }

    @Test
    void backslashesEscapeWhereTheyDo() throws IOException {
        assertThat(normalised("id,name,note\n1,Ann,\"48\\\", wide\"\n2,Bo,\"a, b\"\n3,Cy,C:\\temp\n"))
                .isEqualTo("id,name,note\r\n1,Ann,\"48\"\", wide\"\r\n2,Bo,\"a, b\"\r\n3,Cy,C:\\temp\r\n");
    }

    @Test
    void apostrophesQuoteWhereTheyDo() throws IOException {
        assertThat(normalised("id,name,note\n1,Ann,'a, b'\n2,Bo,'c, d'\n3,Cy,x\n"))
                .isEqualTo("id,name,note\r\n1,Ann,\"a, b\"\r\n2,Bo,\"c, d\"\r\n3,Cy,x\r\n");
    }

    @Test
    void blanksAfterDelimitersBelongToNoCell() throws IOException {
        assertThat(normalised("id, name, note\n1, Ann, fine\n2, Bo, \"a, b\"\n3, Cy, x\n"))
                .isEqualTo(PLAIN);
    }

    @Test
    void whatDoesNotFitIsNamed() throws IOException {
        assertThat(remarks("id,name,note\n1,Ann\n2,Bo,\"x\n3,Cy,x,y\n4;Di;z\n5,Ed,e\n6,Fa,f\n"))
                .containsExactly(
                        "row 2: 2 cells instead of 3",
                        "row 3: a quotation mark opens and never closes; it was taken as a character",
                        "row 4: 4 cells instead of 3",
                        "row 5: the row has another delimiter than the rest of the file");
    }

    @Test
    void whatIsNoTextIsLeftOutAndSaid() throws IOException {
        assertThat(normalised("id,name,note\n1,A\0nn,\0fine\n2,Bo,x\n"))
                .isEqualTo("id,name,note\r\n1,Ann,fine\r\n2,Bo,x\r\n");
        assertThat(remarks("id,name,note\n1,A\0nn,\0fine\n2,Bo,x\n"))
                .containsExactly("row 2: the row has NUL characters; they were left out");
    }

    @Test
    void nothingIsNothing() throws IOException {
        assertThat(normalised("")).isEmpty();
    }
}
