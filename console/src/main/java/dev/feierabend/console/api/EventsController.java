package dev.feierabend.console.api;

import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The history while it happens.
@RestController
@RequestMapping("/api/v1/events")
final class EventsController {
  private final Live live;
  private final Telling telling;

  EventsController(Live live, Telling telling) {
    this.live = live;
    this.telling = telling;
  }

  /// One event `recorded` a commit, its number as id; what was missed meanwhile is in the history.
  @Needs(Right.READ)
  @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> events(@CurrentCaller Caller caller, Locale locale) {
    var emitter = new SseEmitter(0L);
    Listener listener = live.listen(new EmitterSink(emitter, caller, telling.sentences(locale)));
    emitter.onCompletion(listener::leave);
    return ResponseEntity.ok().header("X-Accel-Buffering", "no").body(emitter);
  }
}
