/// What sleep and wake cost on a real control plane, counted in the API server's own log.
@NullMarked
package dev.feierabend.bench.cluster;

import org.jspecify.annotations.NullMarked;
