package dev.feierabend.policies.imports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Carries annotated manifests over, namespace by namespace.
record KubeDownscaler(List<Resource> resources, Labelled workloads, Carried carried) {

  void carry() {
    var byNamespace =
        resources.stream()
            .filter(Resource::known)
            .collect(groupingBy(one -> one.namespace().orElse(""), TreeMap::new, toList()));
    byNamespace.values().forEach(this::carryNamespace);
  }

  private void carryNamespace(List<Resource> together) {
    List<Resource> namespaces = together.stream().filter(Resource::isNamespace).toList();
    if (namespaces.size() > 1) {
      namespaces.forEach(one -> carried.leave(one.leftOut(one.at(), Reason.SEVERAL_SCHEDULES)));
      return;
    }
    Wishes theirs = namespaces.stream().findFirst().map(Resource::wishes).orElse(Wishes.NONE);
    List<Member> members =
        together.stream()
            .filter(one -> one.isWorkload() && one.wishes().sayWhenOrWhether())
            .map(one -> member(one, theirs))
            .toList();
    Optional<Schedule> around =
        namespaces.stream().findFirst().flatMap(namespace -> carryNamespace(namespace, members));
    members.forEach(member -> carryMember(member, around));
    together.forEach(this::asides);
  }

  /// A workload with a say of its own, and why its labels don't tell it from others.
  private record Member(Resource resource, Outcome outcome, Optional<Reason> unlabelled) {
    boolean needsItsOwn() {
      return outcome instanceof Outcome.Unsayable || unlabelled.isPresent();
    }
  }

  private Member member(Resource resource, Wishes namespace) {
    return new Member(
        resource,
        Reckoning.of(resource, resource.wishes().within(namespace), carried.settings()),
        workloads.obstacle(resource));
  }

  private Optional<Schedule> carryNamespace(Resource namespace, List<Member> members) {
    if (!namespace.wishes().sayWhenOrWhether()) {
      return Optional.empty();
    }
    return switch (Reckoning.of(namespace, namespace.wishes(), carried.settings())) {
      case Outcome.StaysOn(var why) -> left(why);
      case Outcome.Unsayable(var why) -> left(why);
      case Outcome.Sleeps(var schedule) -> carryNamespace(namespace, schedule, members);
    };
  }

  private Optional<Schedule> carryNamespace(
      Resource namespace, Schedule schedule, List<Member> members) {
    var unsayable = members.stream().filter(Member::needsItsOwn).findFirst();
    if (unsayable.isPresent()) {
      String name = unsayable.orElseThrow().resource().naming().toString();
      return left(namespace.leftOut(namespace.at(), Reason.KEPT_AWAKE_WITHIN, name));
    }
    return carried.policy(namespace, new TreeMap<>(), schedule)
        ? Optional.of(schedule)
        : Optional.empty();
  }

  private Optional<Schedule> left(LeftOut why) {
    carried.leave(why);
    return Optional.empty();
  }

  private void carryMember(Member member, Optional<Schedule> around) {
    Resource resource = member.resource();
    switch (member.outcome()) {
      case Outcome.Unsayable(var why) -> carried.leave(why);
      case Outcome.StaysOn(var why) -> {
        carried.leave(why);
        around.ifPresent(schedule ->
            carried.policy(resource, resource.labels(), Schedule.alwaysOn(schedule.zone())));
      }
      case Outcome.Sleeps(var schedule) ->
          member
              .unlabelled()
              .ifPresentOrElse(
                  reason ->
                      carried.leave(
                          resource.leftOut(resource.at(), reason, resource.naming().toString())),
                  () -> carryMember(resource, schedule, around));
    }
  }

  private void carryMember(Resource resource, Schedule schedule, Optional<Schedule> around) {
    boolean carriedOver = carried.policy(resource, resource.labels(), schedule);
    if (carriedOver && around.filter(wider -> !schedule.within(wider)).isPresent()) {
      carried.leave(resource.leftOut(resource.at(), Reason.NARROWED_BY_NAMESPACE));
    }
  }

  private void asides(Resource resource) {
    resource
        .wishes()
        .gracePeriod()
        .ifPresent(at -> carried.leave(resource.leftOut(at, Reason.GRACE_PERIOD)));
    if (resource.isWorkload()) {
      resource
          .wishes()
          .times()
          .forEach((kind, read) -> {
            if (kind.forces()) {
              carried.leave(
                  resource.leftOut(read.at(), Reason.ONLY_ON_NAMESPACES, kind.annotation()));
            }
          });
    }
  }
}
