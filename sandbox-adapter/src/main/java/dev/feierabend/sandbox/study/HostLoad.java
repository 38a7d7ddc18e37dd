package dev.feierabend.sandbox.study;

/// What is asked of a host and what it gives, in MIPS. Nobody gets more than a core; where all
/// together want more than there is, everybody gets the same share of it.
///
/// @param asked by its guests and, whole, by those who are on their way
/// @param share of what a guest may get that it gets
record HostLoad(double given, double asked, double share) {
  private static final double HARDLY = 1e-9;

  static HostLoad of(int host, double[] requested, Hosting hosting, Traffic traffic) {
    HostModel model = Park.model(host);
    double wanted = 0;
    double asked = 0;
    for (int guest : hosting.on(host)) {
      wanted += Math.min(requested[guest], model.core());
      asked += requested[guest];
    }
    for (int guest : traffic.coming(host)) {
      wanted += Traffic.SHARE * Math.min(requested[guest], model.core());
      asked += requested[guest];
    }
    double share = wanted <= model.capacity() ? 1 : model.capacity() / wanted;
    return new HostLoad(wanted * share, asked, share);
  }

  boolean some() {
    return given > 0;
  }

  boolean tooLittle() {
    return given < asked - HARDLY;
  }
}
