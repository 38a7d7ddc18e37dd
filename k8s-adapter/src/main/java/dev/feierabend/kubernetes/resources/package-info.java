/// Documents of ours that are objects of a cluster: a SchedulePolicy is proposed, a
/// ScheduleOverride asked for, and what became of either stands in its status.
@NullMarked
package dev.feierabend.kubernetes.resources;

import org.jspecify.annotations.NullMarked;
