/// Which of several replicas leads, by a Lease of the cluster they run in.
@NullMarked
package dev.feierabend.kubernetes.leases;

import org.jspecify.annotations.NullMarked;
