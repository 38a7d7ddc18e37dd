package dev.feierabend.kubernetes.preflight;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// What would go wrong in a night or in the morning after it: data, told as a sentence with its
/// remedy elsewhere.
///
/// @param about what fills the sentence, in the order of its places
/// @param keepsOn namespaces whose pods the API server would refuse in the morning: what is awake
///   there stays awake
public record Trouble(Kind kind, List<String> about, Set<String> keepsOn) {
  /// What kind of thing it is about.
  public enum Kind {
    RIGHT("right", true),
    UNREAD("right", false),
    WEBHOOK_OUT("webhook", true),
    WEBHOOK_SLEEPS("webhook", false),
    WEBHOOK_ON_ONE_HOST("webhook", false),
    WEBHOOK_UNSEEN("webhook", false),
    BUDGET("budget", false),
    BUDGETS_OVERLAP("budget", false),
    QUOTA("quota", true),
    IMAGE_LOCAL("image", false),
    IMAGE_UNPULLED("image", false),
    IMAGE_SECRET("image", false),
    VOLUME("volume", false),
    CLAIMS_DELETED("claims", false),
    CLUSTER_AUTOSCALER("autoscaler", false),
    KARPENTER("autoscaler", false),
    RELEASE("kubernetes", false);

    private final String what;
    private final boolean grave;

    Kind(String what, boolean grave) {
      this.what = what;
      this.grave = grave;
    }

    /// The word that lists tell it under.
    public String what() {
      return what;
    }

    /// True where something will not work as it is; else it may not, or costs savings.
    public boolean grave() {
      return grave;
    }

    /// The name of its sentence.
    public String key() {
      return "preflight-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// The lists by which is known what would be refused in the morning.
  private static final Set<String> TELLING =
      Set.of(
          "namespaces",
          "resourcequotas",
          "templates",
          "validatingwebhookconfigurations",
          "mutatingwebhookconfigurations",
          "endpointslices");

  public Trouble {
    about = List.copyOf(about);
    keepsOn = Collections.unmodifiableSortedSet(new TreeSet<>(keepsOn));
  }

  static Trouble of(Kind kind, String... about) {
    return new Trouble(kind, List.of(about), Set.of());
  }

  /// True where more might have to stay on than was found.
  public boolean leavesDoubt() {
    return kind == Kind.UNREAD && TELLING.contains(about.getFirst().split(" ", 2)[0]);
  }

  Trouble keeping(Set<String> namespaces) {
    return new Trouble(kind, about, namespaces);
  }
}
