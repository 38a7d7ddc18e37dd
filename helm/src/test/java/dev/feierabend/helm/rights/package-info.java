/// Whether the rights that the chart gives are those that the service uses: a class for each room
/// of the adapter does all that it ever asks of an API server.
@NullMarked
package dev.feierabend.helm.rights;

import org.jspecify.annotations.NullMarked;
