package dev.feierabend.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.bench.Subject.Trial;
import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.EventTypes;
import dev.feierabend.core.journal.JournalMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A journal read into all read models, against Jackson decoding the same bodies from memory into
/// the same records.
record Replay(Rounds rounds, LongHistory history, Path journal, PrintWriter out) {

  void compare() throws Exception {
    out.printf("%,d events%n%n", history.events());
    Comparison comparison = rounds.of(List.of(jackson(), replay()));
    comparison.print(out, Comparison.Scale.MICROSECONDS);
    double event = comparison.all().getLast().spread().median();
    out.printf(Locale.ROOT, "%nReplay reads %,.0f events a second%n", 1 / event);
    out.flush();
  }

  private Subject jackson() {
    return new Subject("Jackson alone", "event", () -> this::decode);
  }

  private long decode() throws JsonProcessingException {
    ObjectMapper mapper = JournalMapper.create();
    EventTypes types = Slices.events();
    long events = 0;
    for (String body : history.bodies()) {
      for (JsonNode event : mapper.readTree(body)) {
        Class<?> type = types.classOf(event.get("type").textValue());
        Object decoded = mapper.treeToValue(event.get("payload"), type);
        events += type.isInstance(decoded) ? 1 : 0;
      }
    }
    return events;
  }

  private Subject replay() {
    return new Subject("Replay into all read models", "event", this::opened);
  }

  private Trial opened() {
    var log = EmbeddedCommitLog.unflushed(journal, Script.CLOCK);
    return new Trial() {
      @Override
      public long run() {
        Slices.journal(log, Script.CLOCK, Memory.empty().handlers());
        return history.events();
      }

      @Override
      public void end() {
        log.close();
      }
    };
  }
}
