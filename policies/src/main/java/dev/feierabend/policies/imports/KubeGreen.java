package dev.feierabend.policies.imports;

import static java.util.stream.Collectors.groupingBy;

import dev.feierabend.policies.imports.SleepInfo.Ref;
import dev.feierabend.policies.yaml.Read;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Carries `SleepInfo`s over: one policy each for its namespace, and one that stays awake for each
/// exclusion, because a workload sleeps only if all policies agree.
record KubeGreen(List<Resource> resources, Labelled workloads, Carried carried) {
  private static final ZoneId THEIRS = ZoneId.of("UTC");

  void carry() {
    var infos = resources.stream().filter(one -> one.sleepInfo().isPresent()).toList();
    var byNamespace = infos.stream().collect(groupingBy(Resource::namespace));
    for (Resource resource : infos) {
      List<Resource> together = byNamespace.getOrDefault(resource.namespace(), List.of());
      SleepInfo info = resource.sleepInfo().orElseThrow();
      obstacle(resource, info, together.size())
          .ifPresentOrElse(carried::leave, () -> carry(resource, info));
    }
  }

  private Optional<LeftOut> obstacle(Resource resource, SleepInfo info, int together) {
    if (together > 1) {
      return left(resource, Reason.SEVERAL_SCHEDULES);
    }
    if (info.suspends().nothingOfOurs()) {
      return left(resource, Reason.ONLY_CRON_JOBS);
    }
    if (info.suspends().oneOfOurs()) {
      return left(resource, Reason.ONE_KIND);
    }
    if (info.refs().tooMany()) {
      return left(resource, Reason.TOO_MANY_EXCLUSIONS);
    }
    return includes(resource, info)
        .or(() -> excludes(resource, info))
        .or(() -> SleepWeek.obstacle(info).flatMap(reason -> left(resource, reason)));
  }

  private static Optional<LeftOut> includes(Resource resource, SleepInfo info) {
    return info.refs().include().stream()
        .filter(read -> read.value().labels().isEmpty())
        .findFirst()
        .map(read -> resource.leftOut(read.at(), Reason.NAMED_INCLUSION, read.value().name()))
        .or(() ->
            info.refs().selectsNothing() ? left(resource, Reason.NEVER_SLEEPS) : Optional.empty());
  }

  private Optional<LeftOut> excludes(Resource resource, SleepInfo info) {
    return info.refs().exclude().stream()
        .filter(read -> read.value().isWorkload())
        .flatMap(read -> exclude(resource, read).stream())
        .findFirst();
  }

  private Optional<LeftOut> exclude(Resource resource, Read<Ref> read) {
    Ref ref = read.value();
    return workloads
        .named(resource.namespace(), ref.kind(), ref.name())
        .map(workloads::obstacle)
        .orElse(Optional.of(Reason.UNKNOWN_WORKLOAD))
        .map(reason -> resource.leftOut(read.at(), reason, ref.kind() + " " + ref.name()));
  }

  private static Optional<LeftOut> left(Resource resource, Reason reason) {
    return Optional.of(resource.leftOut(resource.at(), reason));
  }

  private void carry(Resource resource, SleepInfo info) {
    ZoneId zone = info.zone().or(carried.settings()::zone).orElse(THEIRS);
    var schedule = Schedule.weekly(zone, SleepWeek.of(info).orElseThrow());
    if (carried.policy(resource, info.refs().included(), schedule)) {
      info.refs()
          .exclude()
          .forEach(read ->
              kept(resource, read.value())
                  .forEach(labels -> carried.policy(resource, labels, Schedule.alwaysOn(zone))));
      if (info.suspends().cronJobs().value()) {
        carried.leave(resource.leftOut(info.suspends().cronJobs().at(), Reason.CRON_JOBS));
      }
      info.patches().ifPresent(at -> carried.leave(resource.leftOut(at, Reason.PATCHES)));
    }
  }

  /// The labels of what stays awake: of a selection by labels, each one alone keeps awake.
  private List<SortedMap<String, String>> kept(Resource resource, Ref ref) {
    return ref.isWorkload()
        ? workloads.named(resource.namespace(), ref.kind(), ref.name()).stream()
            .map(Resource::labels)
            .toList()
        : ref.labels().entrySet().stream()
            .map(label -> (SortedMap<String, String>) new TreeMap<>(Map.ofEntries(label)))
            .toList();
  }
}
