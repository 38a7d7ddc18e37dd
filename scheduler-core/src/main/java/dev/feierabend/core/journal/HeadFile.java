package dev.feierabend.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.feierabend.core.kernel.Outage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/// `head.json`: two lines of fixed length, `{"number":…,"hash":…}`. The older is overwritten, so a
/// power cut can tear that one only, and a full disk none.
final class HeadFile implements HeadKeeper {
  static final String NAME = "head.json";
  private static final int LINE = 128;

  private final Path directory;
  private final FileChannel channel;
  private final boolean flushed;
  private int older;

  private HeadFile(Path directory, FileChannel channel, boolean flushed) {
    this.directory = directory;
    this.channel = channel;
    this.flushed = flushed;
    this.older = older(directory);
  }

  /// @param flushed whether each head is on the disk before `keep` returns
  static HeadFile open(Path directory, boolean flushed) {
    var file = directory.resolve(NAME);
    try {
      return new HeadFile(directory, FileChannel.open(file, WRITE), flushed);
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  /// Begins a journal: the genesis head twice, all or nothing.
  static void begin(Path directory) {
    var next = directory.resolve(NAME + ".next");
    try {
      Files.writeString(next, text(Head.GENESIS).repeat(2));
      Disk.replace(directory, NAME, next);
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  /// The head that `directory` keeps.
  ///
  /// @throws CorruptJournal where there is none
  static Head in(Path directory) {
    var file = directory.resolve(NAME);
    try (var lines = Files.lines(file, UTF_8)) {
      return lines
          .flatMap(line -> parsed(line).stream())
          .max(Comparator.comparingLong(Head::number))
          .orElseThrow(() ->
              new CorruptJournal(
                  "%s is not what was written; restore it from a copy".formatted(file)));
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(directory, e);
    }
  }

  /// Which line a new head may be written over.
  private static int older(Path directory) {
    try (var lines = Files.lines(directory.resolve(NAME), UTF_8)) {
      var numbers = lines.map(line -> parsed(line).map(Head::number).orElse(-1L)).limit(2).toList();
      return numbers.size() == 2 && numbers.getFirst() >= numbers.getLast() ? 1 : 0;
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(directory, e);
    }
  }

  private static Optional<Head> parsed(String line) {
    try {
      return Optional.of(JournalMapper.SHARED.readValue(line, Head.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static ByteBuffer line(Head head) throws JsonProcessingException {
    return ByteBuffer.wrap(text(head).getBytes(UTF_8));
  }

  private static String text(Head head) throws JsonProcessingException {
    var json = JournalMapper.SHARED.writeValueAsString(head);
    return json + " ".repeat(LINE - 1 - json.length()) + "\n";
  }

  @Override
  public Head kept() {
    return in(directory);
  }

  @Override
  public void keep(Head head) {
    try {
      channel.write(line(head), (long) older * LINE);
      if (flushed) {
        channel.force(false);
      }
      older = 1 - older;
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  private static CorruptJournal unreadable(Path directory, Exception e) {
    return new CorruptJournal(
        "%s cannot be read; it belongs to the journal, restore it from a copy"
            .formatted(directory.resolve(NAME)),
        e);
  }

  private static Outage unwritable(Path directory, Exception e) {
    return new Outage(
        "%s cannot be written; look at the disk and its rights".formatted(directory.resolve(NAME)),
        e);
  }

  @Override
  public void close() {
    try (channel) {
      channel.force(true);
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }
}
