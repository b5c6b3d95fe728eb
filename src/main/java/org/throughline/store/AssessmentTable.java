package org.throughline.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.history.AssessmentCard;
import org.throughline.store.Arrival.Judgement;
import org.throughline.store.Arrival.Recommended;
import org.throughline.store.Contents.Content;

final class AssessmentTable {

    private final JdbcClient sql;

    AssessmentTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false where there is one by those rules already; it stays as it is */
    boolean keep(String portfolio, long number, Judgement judgement, Content advice) {
        int kept = sql.sql("""
            insert into assessment
                (portfolio_id, number, rules_digest, rules_count, facts_digest, made_at, advice, figures, waiting)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
            """)
                .params(
                        portfolio,
                        number,
                        judgement.rulesDigest(),
                        judgement.rulesCount(),
                        judgement.factsDigest(),
                        judgement.at().toString(),
                        new Contents(sql).keep(advice),
                        judgement.figures(),
                        judgement.waiting())
                .update();
        recommend(portfolio, number, judgement.recommendations());
        return kept == 1;
    }

    /** What was recommended before stays as it was. */
    void recommend(String portfolio, long number, List<Recommended> recommendations) {
        recommendations.forEach(made -> sql.sql(
                        "insert into recommendation (portfolio_id, id, kind, title, first_number) values (?, ?, ?, ?,"
                                + " ?) on conflict do nothing")
                .params(portfolio, made.id(), made.kind(), made.title(), number)
                .update());
    }

    /** Every recommendation that was ever made, with the number of the snapshot on which it was first. */
    Map<String, Long> recommended(String portfolio) {
        Map<String, Long> first = new HashMap<>();
        sql.sql("select id, first_number from recommendation where portfolio_id = ?")
                .param(portfolio)
                .query(row -> {
                    first.put(row.getString(1), row.getLong(2));
                });
        return first;
    }

    /** By snapshot, then in the order they were made. */
    List<AssessmentCard> all(String portfolio) {
        return sql.sql("select portfolio_id, number, rules_digest, rules_count, facts_digest, made_at, figures from"
                        + " assessment where portfolio_id = ? order by number, made_at, rules_digest")
                .param(portfolio)
                .query(Rows::assessment)
                .list();
    }

    Optional<String> waiting(String portfolio, long number, String rulesDigest) {
        return sql.sql("select waiting from assessment where portfolio_id = ? and number = ? and rules_digest = ?")
                .params(portfolio, number, rulesDigest)
                .query(String.class)
                .optional();
    }

    Optional<byte[]> advice(String portfolio, long number, String rulesDigest) {
        return sql.sql("select advice from assessment where portfolio_id = ? and number = ? and rules_digest = ?")
                .params(portfolio, number, rulesDigest)
                .query(String.class)
                .optional()
                .map(new Contents(sql)::of);
    }
}
