package dev.feierabend.hypervisor.libvirt;

import dev.feierabend.hypervisor.libvirt.Trouble.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The way to one host. libvirt's calls can't be broken off: one that hangs keeps its thread, and
/// until it is over nobody else is sent after it. A connection that has broken is opened anew.
final class Line implements AutoCloseable {
  interface Call<T> {
    T on(Virt virt) throws Trouble;
  }

  private final LibvirtHost host;
  private final Virt.Opening opening;
  private final Duration patience;
  private Optional<Virt> open = Optional.empty();
  private Optional<CompletableFuture<?>> hung = Optional.empty();

  Line(LibvirtHost host, Virt.Opening opening, Duration patience) {
    this.host = host;
    this.opening = opening;
    this.patience = patience;
  }

  LibvirtHost host() {
    return host;
  }

  <T> T ask(Call<T> call) throws Trouble {
    expectNothingHangs();
    CompletableFuture<T> asked = begin(call);
    try {
      return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      hangs(asked);
      throw new Trouble(
          Kind.SILENT,
          "%s gives no answer within %d ms".formatted(host.name(), patience.toMillis()));
    } catch (ExecutionException | CancellationException e) {
      throw trouble(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Trouble(Kind.SILENT, "interrupted before the answer came");
    }
  }

  /// For what takes long: it goes on in a thread of its own.
  <T> CompletableFuture<T> begin(Call<T> call) {
    var outcome = new CompletableFuture<T>();
    Thread.ofPlatform()
        .daemon()
        .name("libvirt-" + host.name())
        .start(() -> {
          try {
            outcome.complete(run(call));
          } catch (Trouble | RuntimeException | LinkageError e) {
            outcome.completeExceptionally(e);
          }
        });
    return outcome;
  }

  private <T> T run(Call<T> call) throws Trouble {
    Virt virt = opened();
    try {
      return call.on(virt);
    } catch (Trouble trouble) {
      if (trouble.kind() == Kind.SILENT && !virt.isAlive()) {
        drop(virt);
      }
      throw trouble;
    }
  }

  /// Opens it without holding the lock, which a look at another call needs.
  Virt opened() throws Trouble {
    Optional<Virt> now = current();
    if (now.isPresent()) {
      return now.get();
    }
    Virt fresh = opening.open(host.uri());
    return keep(fresh);
  }

  private synchronized Optional<Virt> current() {
    return open;
  }

  private synchronized Virt keep(Virt fresh) {
    open.ifPresent(Virt::close);
    open = Optional.of(fresh);
    return fresh;
  }

  private synchronized void drop(Virt failed) {
    if (open.filter(failed::equals).isPresent()) {
      open = Optional.empty();
      failed.close();
    }
  }

  private synchronized void expectNothingHangs() throws Trouble {
    if (hung.filter(it -> !it.isDone()).isPresent()) {
      throw new Trouble(Kind.SILENT, host.name() + " still hasn't answered what was asked before");
    }
    hung = Optional.empty();
  }

  private synchronized void hangs(CompletableFuture<?> call) {
    hung = Optional.of(call);
  }

  /// What a call came to that has failed.
  Trouble trouble(Exception failed) {
    Throwable cause =
        failed instanceof ExecutionException || failed instanceof CompletionException
            ? failed.getCause()
            : failed;
    return cause instanceof Trouble trouble
        ? new Trouble(trouble.kind(), "%s: %s".formatted(host.name(), trouble.words()))
        : new Trouble(Kind.SILENT, "%s: %s".formatted(host.name(), cause));
  }

  @Override
  public synchronized void close() {
    open.ifPresent(Virt::close);
    open = Optional.empty();
  }
}
