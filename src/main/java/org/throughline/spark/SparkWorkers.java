package org.throughline.spark;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.throughline.app.SentRules;
import org.throughline.engine.Worker;
import org.throughline.engine.Workers;

/** Executors, each with one worker for all of its tasks. Parts come from here and their outcomes go back to here: no shuffle. */
final class SparkWorkers implements Workers {

    private final JavaSparkContext spark;
    private final SentRules rules;

    SparkWorkers(JavaSparkContext spark, SentRules rules) {
        this.spark = spark;
        this.rules = rules;
    }

    @Override
    public int slots() {
        return Math.max(1, spark.defaultParallelism());
    }

    @Override
    public List<byte[]> fire(byte[] setting, List<byte[]> parts) {
        if (parts.isEmpty()) {
            return List.of();
        }
        Broadcast<Bench> bench = spark.broadcast(new Bench(rules, setting));
        try {
            return spark.parallelize(parts, parts.size())
                    .map(part -> bench.value().worker().fire(part))
                    .collect();
        } finally {
            bench.destroy();
        }
    }

    /** Spark makes one of it in each process. */
    private static final class Bench implements Serializable {

        private static final long serialVersionUID = 1;

        private final SentRules rules;
        private final byte[] setting;
        private transient @Nullable Worker worker;

        Bench(SentRules rules, byte[] setting) {
            this.rules = rules;
            this.setting = setting;
        }

        synchronized Worker worker() {
            if (worker == null) {
                worker = rules.worker(setting);
            }
            return worker;
        }
    }
}
