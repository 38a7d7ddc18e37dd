/// A real control plane for a demonstration, and the three towns that live on it.
@NullMarked
package dev.feierabend.app.demo.cluster;

import org.jspecify.annotations.NullMarked;
