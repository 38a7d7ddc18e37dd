package dev.feierabend.bench;

import dev.feierabend.bench.Comparison.Measured;
import dev.feierabend.bench.Comparison.Scale;
import dev.feierabend.bench.Subject.Trial;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Start to ready, and the memory that is resident then, of services against the first of them.
final class Start {
  private final Rounds rounds;
  private final Path logs;
  private final PrintWriter out;
  private final Map<Subject, List<Double>> resident = new LinkedHashMap<>();

  Start(Rounds rounds, Path logs, PrintWriter out) {
    this.rounds = rounds;
    this.logs = logs;
    this.out = out;
  }

  void compare(List<Service> services) throws Exception {
    for (Service service : services) {
      var memory = new ArrayList<Double>();
      resident.put(
          new Subject(service.name(), "start", () -> new Started(service, memory)), memory);
    }
    Comparison time = rounds.of(List.copyOf(resident.keySet()));
    out.println("Start to ready");
    time.print(out, Scale.MILLISECONDS);
    out.printf("%nResident memory once ready%n");
    new Comparison(
            resident.entrySet().stream()
                .map(entry -> new Measured(entry.getKey(), counted(entry.getValue())))
                .toList())
        .print(out, Scale.MEBIBYTES);
  }

  private List<Double> counted(List<Double> memory) {
    return memory.subList(rounds.warmUps(), memory.size());
  }

  private final class Started implements Trial {
    private final Service service;
    private final List<Double> memory;
    private @Nullable Process process;

    Started(Service service, List<Double> memory) {
      this.service = service;
      this.memory = memory;
    }

    @Override
    public long run() throws Exception {
      process = service.start(logs.resolve("start.log"));
      return 1;
    }

    @Override
    public void end() throws Exception {
      if (process != null) {
        memory.add(Service.resident(process));
        Service.stop(process);
      }
    }
  }
}
