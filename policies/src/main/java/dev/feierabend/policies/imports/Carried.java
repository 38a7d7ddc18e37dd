package dev.feierabend.policies.imports;

import dev.feierabend.policies.imports.Imported.Policy;
import dev.feierabend.policies.imports.Owners.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/// Collects what manifests come to: policies, each with a name of its own, and what was left out.
final class Carried {
  /// A number and its hyphen fit behind it.
  private static final int LONGEST = 56;

  /// Characters; a policy may have 256 KiB.
  private static final int LARGEST = 200 * 1024;

  private final Scheduler scheduler;
  private final Settings settings;
  private final List<Policy> policies = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, Integer> again = new HashMap<>();

  Carried(Scheduler scheduler, Settings settings) {
    this.scheduler = scheduler;
    this.settings = settings;
  }

  Settings settings() {
    return settings;
  }

  void leave(LeftOut left) {
    leftOut.add(left);
  }

  void otherKind(Resource resource) {
    leave(resource.leftOut(resource.at(), Reason.OTHER_KIND, scheduler.toString()));
  }

  /// A policy for what `labels` select in the resource's namespace; false where nobody is known
  /// whose it would be.
  boolean policy(Resource from, SortedMap<String, String> labels, Schedule schedule) {
    return switch (settings.owners().of(from.namespace())) {
      case Answer.Unowned(var reason, var words) -> {
        leave(new LeftOut(from.file(), from.at(), from.naming().toString(), reason, words));
        yield false;
      }
      case Answer.Owned owned -> {
        String name = name(from);
        var text = new PolicyText(from, scheduler, name, settings.locale());
        yield add(from, new Policy(name, text.of(owned, labels, schedule)));
      }
    };
  }

  private boolean add(Resource from, Policy policy) {
    if (policy.document().length() > LARGEST) {
      leave(from.leftOut(from.at(), Reason.TOO_OFTEN));
      return false;
    }
    return policies.add(policy);
  }

  Imported imported() {
    return new Imported(policies, leftOut.stream().distinct().sorted(LeftOut.IN_ORDER).toList());
  }

  private String name(Resource from) {
    String whole =
        from.isNamespace() || from.namespace().isEmpty()
            ? from.naming().name()
            : from.namespace().orElseThrow() + "-" + from.naming().name();
    String plain = whole.replace('.', '-');
    String base = plain.substring(0, Math.min(LONGEST, plain.length())).replaceFirst("-+$", "");
    String name = base;
    while (!names.add(name)) {
      name = base + "-" + again.merge(base, 2, (last, _) -> last + 1);
    }
    return name;
  }
}
