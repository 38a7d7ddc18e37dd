/// Nights on a real control plane, by the service as a process of its own, under the chart's
/// rights.
@NullMarked
package dev.feierabend.helm.night;

import org.jspecify.annotations.NullMarked;
