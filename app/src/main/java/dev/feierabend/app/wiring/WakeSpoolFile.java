package dev.feierabend.app.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.WakeSpool;
import dev.feierabend.core.journal.EventTypes;
import dev.feierabend.core.journal.JournalMapper;
import dev.feierabend.core.journal.JournalReader;
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

/// Keeps spooled wakes in a file of their own, one a line with the revision it is told in, so that
/// neither a kill while the store is out forgets one, nor a release that comes meanwhile. Where
/// even this file cannot be written the wake goes on, kept in memory.
public final class WakeSpoolFile implements WakeSpool {
  private static final Logger LOG = LoggerFactory.getLogger(WakeSpoolFile.class);

  private static final String NAME = ActionIssued.class.getSimpleName();

  /// Of lines from before they told it.
  private static final String BARE = "2";

  /// @param revision of `intent`
  private record Line(String revision, JsonNode intent) {}

  private final Path file;
  private final ObjectMapper mapper = JournalMapper.create();
  private final EventTypes events = Slices.events();
  private final JournalReader reader = new JournalReader(events);
  private final Map<ActionId, ActionIssued> kept = new LinkedHashMap<>();

  /// @throws Outage where what an earlier process kept cannot be read
  public WakeSpoolFile(Path file) {
    this.file = file;
    try {
      for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
        ActionIssued intent = read(mapper.readTree(line));
        kept.put(intent.action(), intent);
      }
    } catch (IOException | RuntimeException e) {
      throw new Outage(
          "The spooled wakes in %s cannot be read; move the file away to start without them"
              .formatted(file),
          e);
    }
  }

  private ActionIssued read(JsonNode line) throws JsonProcessingException {
    var told = line.has("intent") ? mapper.treeToValue(line, Line.class) : new Line(BARE, line);
    return (ActionIssued) reader.read(NAME, told.revision(), told.intent());
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
      String revision = events.revisionOf(ActionIssued.class);
      return mapper.writeValueAsString(new Line(revision, mapper.valueToTree(intent)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
