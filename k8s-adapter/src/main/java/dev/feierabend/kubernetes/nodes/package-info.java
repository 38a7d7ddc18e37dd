/// Nodes: out of service and back, emptied within every disruption budget, and in rehearsals
/// switched off and on.
@NullMarked
package dev.feierabend.kubernetes.nodes;

import org.jspecify.annotations.NullMarked;
