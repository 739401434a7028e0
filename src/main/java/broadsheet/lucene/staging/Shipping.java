package broadsheet.lucene.staging;

import broadsheet.lucene.index.Shipment;
import broadsheet.lucene.staging.ShippingSession.Progress;
import broadsheet.lucene.staging.ShippingSession.Target;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Sends the documents of a working copy to shards, and keeps account of it in a {@link Shipment}. A
 * commit is kept for all machines before any of it is sent.
 *
 * @param shared the working copy
 */
record Shipping(SharedFolder shared, Target target) {

  private Path folder() {
    return shared.folder();
  }

  /**
   * Completes an update that was killed after its commit: sends what the shards have not confirmed.
   * Does nothing where they hold the newest commit, or all documents have to be sent anyway.
   */
  void resume() {
    announce();
    Optional<Shipment> known = Shipment.of(folder());
    if (known.isEmpty()) {
      return;
    }
    Shipment shipment = known.get();
    try (WorkingCopy newest = shared.newest()) {
      Optional<String> held = target.state();
      boolean isPublished = held.equals(Optional.of(shipment.pending()));
      if (isPublished && newest.state().equals(shipment.pending())) {
        Shipment.whole(newest.state(), newest.generation()).keep(folder());
      } else if (held.equals(Optional.of(shipment.state()))
          && newest.generation() != shipment.commit()) {
        resume(shipment, newest);
      }
    }
  }

  private void resume(Shipment shipment, WorkingCopy newest) {
    Optional<WorkingCopy> before = shared.commit(shipment.commit());
    if (before.isPresent()) {
      try (WorkingCopy opened = before.get()) {
        change(opened, newest, shipment);
      }
    }
  }

  /** Keeps the newest commit, and that it will be sent, so that any machine can go on with that. */
  private void announce() {
    Optional<Shipment> known = Shipment.of(folder());
    if (known.isPresent()) {
      Shipment shipment = known.get();
      try (WorkingCopy newest = shared.newest()) {
        if (newest.generation() != shipment.commit()) {
          shipment.sending(newest.state(), shipment.sentOf(newest.state())).keep(folder());
        }
      }
    }
    shared.keep();
  }

  /**
   * Sends the newest commit: what has changed where the shards hold the commit before, else all.
   *
   * @param before empty after a rebuild
   */
  void send(Optional<WorkingCopy> before) {
    announce();
    sendAnnounced(before);
    shared.keep(); // with what was sent
  }

  private void sendAnnounced(Optional<WorkingCopy> before) {
    try (WorkingCopy now = shared.newest()) {
      Optional<String> held = before.isEmpty() ? Optional.empty() : target.state();
      Optional<Shipment> shipment =
          before.flatMap(
              old ->
                  Shipment.of(folder())
                      .or(() -> Optional.of(Shipment.whole(old.state(), old.generation())))
                      .filter(sent -> sent.commit() == old.generation())
                      .filter(sent -> held.equals(Optional.of(sent.state()))));
      if (shipment.isEmpty() || !target.isWhole(before.orElseThrow())) {
        target.replace(now);
        Shipment.whole(now.state(), now.generation()).keep(folder());
      } else if (now.generation() != shipment.get().commit()) {
        change(before.orElseThrow(), now, shipment.get());
      }
    }
  }

  private void change(WorkingCopy before, WorkingCopy after, Shipment shipment) {
    long confirmed = shipment.sentOf(after.state());
    Progress progress =
        new Progress() {
          @Override
          public long confirmed() {
            return confirmed;
          }

          @Override
          public void confirm(long changes) {
            shipment.sending(after.state(), changes).keep(folder());
          }
        };
    progress.confirm(confirmed);
    try {
      target.change(before, after, progress);
    } catch (IncompleteArchiveException e) {
      Shipment.forget(folder()); // so that the next update sends everything
      throw e;
    }
    Shipment.whole(after.state(), after.generation()).keep(folder());
  }
}
