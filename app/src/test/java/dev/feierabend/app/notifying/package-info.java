@NullMarked
package dev.feierabend.app.notifying;

import org.jspecify.annotations.NullMarked;
