@NullMarked
package dev.feierabend.app.waking;

import org.jspecify.annotations.NullMarked;
