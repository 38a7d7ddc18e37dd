package dev.feierabend.app.notifying;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.core.kernel.Outage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How far each recipient was told, on the disk, beside the journal: replaced as a whole, so that a
/// cut leaves the one before.
final class Bookmarks {
  private static final Logger LOG = LoggerFactory.getLogger(Bookmarks.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeMap<String, String>> PLACES = new TypeReference<>() {};

  private final Path file;
  private final Map<String, Place> places = new TreeMap<>();
  private boolean damaged;

  private Bookmarks(Path file) {
    this.file = file;
  }

  static Bookmarks in(Path file) {
    var marks = new Bookmarks(file);
    try {
      JSON.readValue(Files.readAllBytes(file), PLACES)
          .forEach((name, text) -> marks.places.put(name, Place.parse(text).orElseThrow()));
    } catch (NoSuchFileException _) {
      LOG.debug("Nobody was told anything yet");
    } catch (IOException | RuntimeException e) {
      LOG.error("How far recipients were told can't be read in {}; some is told again", file, e);
      marks.places.clear();
      marks.damaged = true;
    }
    return marks;
  }

  /// Whether somebody may have been told something that isn't known any more.
  boolean isDamaged() {
    return damaged;
  }

  synchronized Optional<Place> of(String recipient) {
    return Optional.ofNullable(places.get(recipient));
  }

  /// @throws Outage where it can't be kept
  synchronized void put(String recipient, Place place) {
    places.put(recipient, place);
    var text = new TreeMap<String, String>();
    places.forEach((name, at) -> text.put(name, at.toString()));
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.write(next, JSON.writeValueAsBytes(text));
      try (var channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Outage("How far recipients were told can't be written to " + file, e);
    }
  }
}
