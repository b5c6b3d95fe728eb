package org.throughline.spark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * What {@link SparkSubmitIT} submits: several jobs one after the other, so that one process and not five has to start. Each line of the file
 * named is a job, its arguments set apart by tabs: {@code parquet CSV_FOLDER MIXED_FOLDER TYPED TABLE...}, or those of {@link SparkJob}.
 */
public final class SubmittedJobs {

    private SubmittedJobs() {}

    public static void main(String[] arguments) throws Exception {
        List<String> codes = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            String[] job = line.split("\t");
            if (job[0].equals("parquet")) {
                parquet(Path.of(job[1]), Path.of(job[2]), Boolean.parseBoolean(job[3]), List.of(job));
            } else {
                codes.add(String.valueOf(SparkJob.run(job)));
            }
        }
        Files.write(Path.of(arguments[1]), codes);
    }

    /** Of the tables named; several files for one that is longer than a page, in the order of its rows. The others stay CSV. */
    private static void parquet(Path from, Path into, boolean typed, List<String> tables) throws Exception {
        try (SparkSession spark = SparkSession.builder()
                        .config("spark.sql.files.maxPartitionBytes", 20_000)
                        .config("spark.sql.files.openCostInBytes", 1)
                        .getOrCreate();
                var files = Files.list(from)) {
            Files.createDirectory(into);
            for (Path csv : files.sorted().toList()) {
                String name = csv.getFileName().toString();
                String table = name.replace(".csv", "");
                if (!tables.contains(table)) {
                    Files.copy(csv, into.resolve(name));
                    continue;
                }
                spark.read()
                        .option("header", true)
                        .option("escape", "\"")
                        .option("inferSchema", typed)
                        .csv(csv.toString())
                        .write()
                        .parquet(into.resolve(table + ".parquet").toString());
            }
        }
    }
}
