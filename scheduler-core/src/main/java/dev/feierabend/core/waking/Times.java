package dev.feierabend.core.waking;

import java.util.List;

/// What is known of how long something takes.
///
/// @param <S> what it is
/// @param <M> what it is like: those of one model are alike
/// @param told in seconds, where nothing is known
/// @param seconds of its last times
record Times<S, M>(S subject, M model, double told, List<Integer> seconds) {}
