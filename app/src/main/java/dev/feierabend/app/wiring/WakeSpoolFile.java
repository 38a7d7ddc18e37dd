package dev.feierabend.app.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.WakeSpool;
import dev.feierabend.core.journal.JournalMapper;
import dev.feierabend.core.kernel.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps spooled wakes in a file of their own, one a line, so that a kill while the store is out
/// forgets none. Where even this file cannot be written the wake goes on, kept in memory.
final class WakeSpoolFile implements WakeSpool {
  private static final Logger LOG = LoggerFactory.getLogger(WakeSpoolFile.class);

  private final Path file;
  private final ObjectMapper mapper = JournalMapper.create();
  private final Map<ActionId, ActionIssued> kept = new LinkedHashMap<>();

  /// @throws Outage where what an earlier process kept cannot be read
  WakeSpoolFile(Path file) {
    this.file = file;
    try {
      for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
        ActionIssued intent = mapper.readValue(line, ActionIssued.class);
        kept.put(intent.action(), intent);
      }
    } catch (IOException e) {
      throw new Outage(
          "The spooled wakes in %s cannot be read; move the file away to start without them"
              .formatted(file),
          e);
    }
  }

  @Override
  public void keep(ActionIssued intent) {
    if (kept.putIfAbsent(intent.action(), intent) == null) {
      write();
    }
  }

  @Override
  public void drop(ActionId action) {
    kept.remove(action);
    write();
  }

  @Override
  public List<ActionIssued> kept() {
    return List.copyOf(kept.values());
  }

  private void write() {
    try {
      if (kept.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        Files.write(
            file,
            kept.values().stream().map(this::line).toList(),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE,
            StandardOpenOption.DSYNC);
      }
    } catch (IOException e) {
      LOG.warn("Spooled wakes are kept in memory only: {}", e.getMessage());
    }
  }

  private String line(ActionIssued intent) {
    try {
      return mapper.writeValueAsString(intent);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
