/// Several clusters as one fleet, each isolated in its own failures.
@NullMarked
package dev.feierabend.kubernetes.clusters;

import org.jspecify.annotations.NullMarked;
