package org.throughline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.rulebook.PastBooks.Past;
import org.throughline.rulebook.check.Book;

class PastBooksTest {

    @TempDir
    private Path folder;

    @Test
    void findsABookByItsDigest() throws IOException {
        Past one = new Past(Book.whole(), null);
        Past other = new Past(Book.whole(), "name,value\nundecided-proof-days,45\n");
        PastBooks books = new PastBooks(folder.resolve("books"));
        books.keep(one);
        books.keep(other);
        books.keep(one);

        assertThat(books.digests()).containsExactlyInAnyOrder(one.digest(), other.digest());
        assertThat(books.find(one.digest())).isEqualTo(one);
        assertThat(books.find(other.digest())).isEqualTo(other);
        assertThat(books.find("sha256:" + "0".repeat(64))).isNull();
    }

    @Test
    void keepsATextOnceHoweverManyBooksHoldIt() throws IOException {
        PastBooks books = new PastBooks(folder);
        for (int i = 0; i < 3; i++) {
            books.keep(new Past(Book.whole().with("README.md", "edit " + i), null));
        }

        try (Stream<Path> texts = Files.list(folder.resolve("texts"))) {
            assertThat(texts).hasSize(Book.whole().texts().size() + 3);
        }
    }

    @Test
    void saysWhenABookIsNoLongerWhatItWas() throws IOException {
        Past past = new Past(Book.whole(), null);
        PastBooks books = new PastBooks(folder);
        books.keep(past);
        try (Stream<Path> texts = Files.list(folder.resolve("texts"))) {
            Files.writeString(texts.findFirst().orElseThrow(), "changed");
        }

        assertThatThrownBy(() -> books.find(past.digest())).hasMessage("its files were changed since");
    }

    @Test
    void hasNoneWhereThereIsNoFolder() throws IOException {
        assertThat(new PastBooks(folder.resolve("nowhere")).digests()).isEmpty();
    }
}
