package dev.feierabend.console.api;

import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.CurrentCaller;
import dev.feierabend.console.security.Needs;
import dev.feierabend.console.security.Right;
import dev.feierabend.policies.terms.MachineId;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Whether hosts are known to wake.
@RestController
@RequestMapping("/api/v1/drills")
final class DrillsController {
  private final DrillBook book;

  DrillsController(DrillBook book) {
    this.book = book;
  }

  /// Every host, with how its last drill or night ended.
  @Needs(Right.DRILL)
  @GetMapping
  List<DrillView> all() {
    return book.all();
  }

  /// Lets a host be drilled whatever agreements say then.
  @Needs(Right.DRILL)
  @PutMapping(path = "/{host}/approval", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void approve(
      @PathVariable MachineId host,
      @Valid @RequestBody DrillWish wish,
      @CurrentCaller Caller caller) {
    book.approve(caller, host, wish);
  }

  /// Has a host drilled again before it may sleep: its firmware or hardware has changed.
  @Needs(Right.DRILL)
  @PostMapping(path = "/{host}/demand", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void demand(
      @PathVariable MachineId host,
      @Valid @RequestBody Because body,
      @CurrentCaller Caller caller) {
    book.demand(caller, host, body.because());
  }
}
