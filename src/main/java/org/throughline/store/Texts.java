package org.throughline.store;

import java.util.List;
import java.util.Optional;

/** Texts by name, on a shelf of their own. Each method is one transaction, as in {@link Store}. */
public final class Texts {

    private final Transactions transactions;
    private final String shelf;

    Texts(Transactions transactions, String shelf) {
        this.transactions = transactions;
        this.shelf = shelf;
    }

    /** What people call the shelf: the database and its name. */
    public String place() {
        return transactions.place() + ", " + shelf;
    }

    public Optional<String> find(String name) {
        return transactions.read(sql -> sql.sql("select text from kept_text where shelf = ? and name = ?")
                .params(shelf, name)
                .query(String.class)
                .optional());
    }

    /** Of all texts but those with a slash in their name, in no order that one could rely on: it is up to the database. */
    public List<String> names() {
        return transactions.read(sql -> sql.sql("select name from kept_text where shelf = ? and name not like '%/%'")
                .param(shelf)
                .query(String.class)
                .list());
    }

    /** In place of what was there. */
    public void put(String name, String text) {
        transactions.write(sql -> sql.sql("insert into kept_text (shelf, name, text) values (?, ?, ?)"
                        + " on conflict (shelf, name) do update set text = excluded.text")
                .params(shelf, name, text)
                .update());
    }

    /** @return false where there is one of that name */
    public boolean putNew(String name, String text) {
        return transactions.write(
                sql -> sql.sql("insert into kept_text (shelf, name, text) values (?, ?, ?)" + " on conflict do nothing")
                                .params(shelf, name, text)
                                .update()
                        == 1);
    }

    public void remove(String name) {
        transactions.write(sql -> sql.sql("delete from kept_text where shelf = ? and name = ?")
                .params(shelf, name)
                .update());
    }
}
