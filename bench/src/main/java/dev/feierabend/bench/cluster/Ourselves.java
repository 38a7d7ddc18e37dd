package dev.feierabend.bench.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// This project's service among those that are compared.
final class Ourselves implements Contender {
  private final Feierabend service;
  private @Nullable Process process;

  Ourselves(Feierabend service) {
    this.service = service;
  }

  @Override
  public String name() {
    return "feierabend serve";
  }

  /// In its first night much of the time is the JVM's, which compiles what it meets; a service
  /// lives for months.
  @Override
  public List<String> nights() {
    return List.of(name(), "  in its second night");
  }

  @Override
  public String agent() {
    return Feierabend.AGENT;
  }

  /// Its first look, at which it takes nothing away, is over by then.
  @Override
  public Duration ahead() {
    return Duration.ofSeconds(20);
  }

  @Override
  public void prepare() throws IOException {
    process = service.served();
  }

  /// A window that is shorter than half an hour would not be slept in, so the agreement is
  /// withdrawn.
  @Override
  public void wake() throws IOException, InterruptedException {
    service.withdraw();
  }

  @Override
  public Process start(Schedule schedule) throws IOException, InterruptedException {
    if (process == null) {
      throw new IllegalStateException("Expected the service to be prepared");
    }
    service.agree(schedule);
    return process;
  }
}
