package dev.feierabend.sandbox.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// A table of comma-separated values with a header, packed or not, read row by row.
final class Table {
  private Table() {}

  /// One row, with its place for whoever finds fault with it.
  record Row(Path path, CSVRecord record) {
    String text(String column) {
      if (!record.isSet(column)) {
        throw fault("a value for " + column, String.join(",", record.toList()), null);
      }
      return record.get(column);
    }

    double number(String column) {
      double value = Numbers.parsed(text(column));
      if (value >= 0 && value < Double.POSITIVE_INFINITY) {
        return value;
      }
      throw fault("a " + column + " of at least 0", text(column), null);
    }

    UnreadableTrace fault(String expected, String found, @Nullable Throwable cause) {
      return new UnreadableTrace(
          "%s:%d: expected %s, found \"%s\""
              .formatted(path, record.getRecordNumber() + 1, expected, found),
          cause);
    }
  }

  static void read(Path path, List<String> columns, Consumer<Row> each) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = reader(path);
        var table = format.parse(reader)) {
      if (!table.getHeaderNames().containsAll(columns)) {
        throw new UnreadableTrace(
            "%s:1: expected the columns %s, found %s"
                .formatted(path, columns, table.getHeaderNames()));
      }
      table.forEach(row -> each.accept(new Row(path, row)));
    }
  }

  private static BufferedReader reader(Path path) throws IOException {
    InputStream file = Files.newInputStream(path);
    boolean packed = path.getFileName().toString().endsWith(".gz");
    InputStream plain = packed ? new GZIPInputStream(file) : file;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
  }
}
