package dev.feierabend.policies.terms;

/// What a machine offers or a workload needs: CPU in cores (fractions allowed) and memory in MiB.
public record Resources(double cores, long memoryMiB) {
  public static final Resources NONE = new Resources(0, 0);

  public Resources {
    if (!(cores >= 0 && cores < Double.POSITIVE_INFINITY) || memoryMiB < 0) {
      throw new IllegalArgumentException(
          "Expected resources of at least 0 but found %s cores, %d MiB"
              .formatted(cores, memoryMiB));
    }
  }

  public Resources plus(Resources other) {
    return new Resources(cores + other.cores, memoryMiB + other.memoryMiB);
  }

  public Resources times(int count) {
    return new Resources(cores * count, memoryMiB * count);
  }

  /// True where this fits into what is `free`, with a billionth of a core forgiven to rounding.
  public boolean fitsIn(Resources free) {
    return cores <= free.cores + 1e-9 && memoryMiB <= free.memoryMiB;
  }
}
