/// Kubernetes Events: what was done to a customer's workloads and why, where their people look.
@NullMarked
package dev.feierabend.kubernetes.events;

import org.jspecify.annotations.NullMarked;
