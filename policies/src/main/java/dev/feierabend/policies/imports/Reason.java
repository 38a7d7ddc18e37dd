package dev.feierabend.policies.imports;

/// Why something of a manifest stands in no policy. The sentences are in the message bundle, under
/// the names in lower case.
public enum Reason {
  OTHER_KIND,
  ONLY_CRON_JOBS,
  CRON_JOBS,
  ONE_KIND,
  PATCHES,
  NEVER_WAKES,
  NEVER_SLEEPS,
  DEPENDS_ON_THE_START,
  TOO_OFTEN,
  TOO_MANY_EXCLUSIONS,
  SEVERAL_SCHEDULES,
  UNKNOWN_WORKLOAD,
  NAMED_INCLUSION,
  NO_LABELS,
  SHARED_LABELS,
  KEPT_AWAKE_WITHIN,
  NO_POOL,
  LARGER_POOL,
  NO_ZONE,
  NO_DAYS,
  SEVERAL_ZONES,
  MIXED_DATES,
  DATES_WITH_PERIODS,
  SECONDS,
  TOO_FAR,
  CLOCK_CHANGE,
  EXCLUDED,
  REPLICAS_STAY,
  GRACE_PERIOD,
  ONLY_ON_NAMESPACES,
  NARROWED_BY_NAMESPACE
}
