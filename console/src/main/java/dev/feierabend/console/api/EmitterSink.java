package dev.feierabend.console.api;

import dev.feierabend.console.api.LiveCommit.Happening;
import dev.feierabend.console.security.Caller;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.reporting.Sentences;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells one caller's browser or program, and only what that caller may see.
record EmitterSink(SseEmitter emitter, Caller caller, Sentences sentences)
    implements Listener.Sink {

  @Override
  public void send(List<Recorded> commit) throws IOException {
    Recorded first = commit.getFirst();
    if (caller.sees(first.owner())) {
      emitter.send(
          SseEmitter.event()
              .id(Long.toString(first.commit()))
              .name("recorded")
              .data(told(first, commit), MediaType.APPLICATION_JSON));
    }
  }

  private LiveCommit told(Recorded first, List<Recorded> commit) {
    List<Happening> events =
        commit.stream()
            .map(Recorded::event)
            .map(event -> new Happening(event.getClass().getSimpleName(), sentences.of(event)))
            .toList();
    return new LiveCommit(first.commit(), first.time(), first.owner().toString(), events);
  }

  @Override
  public void beat() throws IOException {
    emitter.send(SseEmitter.event().comment("still there"));
  }

  @Override
  public void end() {
    emitter.complete();
  }
}
