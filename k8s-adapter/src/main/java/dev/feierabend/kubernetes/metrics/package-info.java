/// Load from the cluster's metrics API, as far as it answers.
@NullMarked
package dev.feierabend.kubernetes.metrics;

import org.jspecify.annotations.NullMarked;
