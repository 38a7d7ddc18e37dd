@NullMarked
package dev.feierabend.app.demo.cluster;

import org.jspecify.annotations.NullMarked;
