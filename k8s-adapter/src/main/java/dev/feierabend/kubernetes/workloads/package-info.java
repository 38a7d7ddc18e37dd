/// Lets objects sleep and wakes them, with one write each.
@NullMarked
package dev.feierabend.kubernetes.workloads;

import org.jspecify.annotations.NullMarked;
