package dev.feierabend.core.journal;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How often each command went to the server.
final class CountedCommands implements CommandListener {
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  @Override
  public void commandStarted(CommandStartedEvent event) {
    counts.merge(event.getCommandName(), 1, Integer::sum);
  }

  void forget() {
    counts.clear();
  }

  Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }
}
