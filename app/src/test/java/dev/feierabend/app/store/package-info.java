@NullMarked
package dev.feierabend.app.store;

import org.jspecify.annotations.NullMarked;
