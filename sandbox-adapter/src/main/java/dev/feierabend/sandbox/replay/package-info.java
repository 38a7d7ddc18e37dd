/// Recorded load replayed against policies, by the planner of the service.
@NullMarked
package dev.feierabend.sandbox.replay;

import org.jspecify.annotations.NullMarked;
