@NullMarked
package dev.feierabend.app.wiring;

import org.jspecify.annotations.NullMarked;
