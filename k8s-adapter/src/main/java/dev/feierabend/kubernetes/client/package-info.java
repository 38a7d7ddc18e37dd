/// How this product talks to an API server: one client, one write a change, failures as values.
@NullMarked
package dev.feierabend.kubernetes.client;

import org.jspecify.annotations.NullMarked;
