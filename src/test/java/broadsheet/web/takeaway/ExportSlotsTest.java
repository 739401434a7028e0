package broadsheet.web.takeaway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExportSlotsTest {

  private static final int TURN_MILLIS = 3;

  private static final int MANY = 16;

  @Test
  void exportBeyondTheLastSlotIsRefusedUntilOneEnds() {
    ExportSlots slots = new ExportSlots(2, 2, () -> 0);
    try (ExportSlots.Slot _ = slots.take().orElseThrow()) {
      ExportSlots.Slot second = slots.take().orElseThrow();
      assertThat(slots.take()).isEmpty();
      assertThat(slots.running()).isEqualTo(2);
      assertThat(slots.refused()).isEqualTo(1);
      second.close();
      slots.take().orElseThrow().close();
    }
    assertThat(slots.running()).isZero();
    assertThat(slots.working(2)).isZero();
  }

  @Test
  void onlyAsManyWorkAtOnceAsThereAreTurns() throws Exception {
    ExportSlots slots = new ExportSlots(MANY, 1, () -> 0);
    AtomicInteger working = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<?>> exports = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < MANY; i++) {
        exports.add(threads.submit(() -> export(slots, working, most)));
      }
      for (Future<?> export : exports) {
        export.get(1, TimeUnit.MINUTES);
      }
    }
    assertThat(most).hasValue(1);
  }

  private static void export(ExportSlots slots, AtomicInteger working, AtomicInteger most) {
    try (ExportSlots.Slot slot = slots.take().orElseThrow()) {
      for (int i = 0; i < 20; i++) {
        most.accumulateAndGet(working.incrementAndGet(), Math::max);
        working.decrementAndGet();
        slot.without(Thread::yield);
        slot.yieldInTime();
      }
    }
  }

  /** A client that reads nothing does not block other exports. */
  @Test
  void turnIsFreeWhileAnExportWaitsForItsClient() throws Exception {
    ExportSlots slots = new ExportSlots(2, 1, () -> 0);
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch stalled = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> slow =
          threads.submit(
              () -> {
                try (ExportSlots.Slot slot = slots.take().orElseThrow()) {
                  slot.without(
                      () -> {
                        stalled.countDown();
                        reading.await();
                      });
                }
                return null;
              });
      stalled.await();
      threads.submit(() -> slots.take().orElseThrow().close()).get(10, TimeUnit.SECONDS);
      assertThat(slow.isDone()).isFalse();
      reading.countDown();
      slow.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void turnRestsOnlyWhileSomeoneElseIsServed() throws Exception {
    AtomicInteger others = new AtomicInteger();
    ExportSlots slots = new ExportSlots(1, 1, others::get);
    try (ExportSlots.Slot slot = slots.take().orElseThrow()) {
      Thread.sleep(TURN_MILLIS);
      slot.yieldInTime();
      assertThat(slots.rests()).isZero();
      others.set(1);
      Thread.sleep(TURN_MILLIS);
      slot.yieldInTime();
      assertThat(slots.rests()).isEqualTo(1);
    }
  }
}
