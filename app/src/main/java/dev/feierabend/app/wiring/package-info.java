/// What is put together for the service and the command line.
@NullMarked
package dev.feierabend.app.wiring;

import org.jspecify.annotations.NullMarked;
