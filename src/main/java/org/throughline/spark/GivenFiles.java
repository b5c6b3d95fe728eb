package org.throughline.spark;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.spark.sql.SparkSession;

/**
 * Files that Spark can read, brought to where the reader of facts can read them: what is on this machine's disk stays where it is, the
 * rest is copied to a folder of its own, Parquet as the text of its rows. Closing it removes that folder.
 */
final class GivenFiles implements AutoCloseable {

    private static final String PARQUET = ".parquet";

    private final SparkSession spark;
    private final Configuration settings;
    private final Path folder = Files.createTempDirectory("throughline-spark-");

    GivenFiles(SparkSession spark) throws IOException {
        this.spark = spark;
        this.settings = spark.sparkContext().hadoopConfiguration();
    }

    /** In the same order; of a folder with Parquet in it, each of its files. */
    List<Path> here(List<String> addresses) throws IOException {
        List<Path> all = new ArrayList<>();
        for (String address : addresses) {
            org.apache.hadoop.fs.Path given = new org.apache.hadoop.fs.Path(address);
            FileSystem files = given.getFileSystem(settings);
            List<org.apache.hadoop.fs.Path> inside = inside(given, files);
            if (isParquet(given) || inside.stream().noneMatch(GivenFiles::isParquet)) {
                all.add(here(given, files));
            } else {
                for (org.apache.hadoop.fs.Path one : inside) {
                    all.add(here(one, files));
                }
            }
        }
        return all;
    }

    private static List<org.apache.hadoop.fs.Path> inside(org.apache.hadoop.fs.Path given, FileSystem files)
            throws IOException {
        boolean isFolder = files.exists(given) && files.getFileStatus(given).isDirectory();
        return isFolder
                ? Stream.of(files.listStatus(given))
                        .map(FileStatus::getPath)
                        .sorted()
                        .toList()
                : List.of();
    }

    private static boolean isParquet(org.apache.hadoop.fs.Path path) {
        return path.getName().endsWith(PARQUET);
    }

    private Path here(org.apache.hadoop.fs.Path given, FileSystem files) throws IOException {
        if (isParquet(given) && files.exists(given)) {
            Path copy = copyOf(given);
            try (BufferedWriter out = Files.newBufferedWriter(copy)) {
                ParquetText.write(spark, given.toString(), out);
            }
            return copy;
        }
        if (files instanceof LocalFileSystem local) {
            return local.pathToFile(given).toPath();
        }
        Path copy = copyOf(given);
        files.copyToLocalFile(false, given, new org.apache.hadoop.fs.Path(copy.toUri()), true);
        return copy;
    }

    /** Its name is what evidence and problems call it. */
    private Path copyOf(org.apache.hadoop.fs.Path given) throws IOException {
        return Files.createTempDirectory(folder, "").resolve(given.getName());
    }

    void write(String address, Consumer<OutputStream> content) throws IOException {
        org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(address);
        FileSystem files = target.getFileSystem(settings);
        files.setWriteChecksum(false);
        try (OutputStream out = new BufferedOutputStream(files.create(target, true))) {
            content.accept(out);
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
