package broadsheet.lucene.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  @Test
  void noTimeIsPastAtOnce() {
    Deadline deadline = Deadline.in(Duration.ZERO);
    assertThat(deadline.isPast()).isTrue();
    assertThat(deadline.shouldExit()).isTrue();
    assertThat(deadline.left()).isZero();
    assertThatExceptionOfType(OutOfTime.class).isThrownBy(deadline::require);
  }

  @Test
  void partOfWhatIsPastIsPast() {
    assertThat(Deadline.in(Duration.ofSeconds(-5)).part(0.5).isPast()).isTrue();
  }

  @Test
  void partIsThatShareOfWhatIsLeft() {
    Deadline whole = Deadline.in(Duration.ofHours(10));
    assertThat(whole.part(0.1).left()).isBetween(Duration.ofMinutes(55), Duration.ofHours(1));
    assertThat(whole.part(1).left()).isBetween(Duration.ofHours(9), Duration.ofHours(10));
  }

  @Test
  void nothingIsSoLongThatItOverflows() {
    assertThat(Deadline.none().isPast()).isFalse();
    assertThat(Deadline.none().part(0.5).isPast()).isFalse();
    assertThat(Deadline.in(Duration.ofSeconds(Long.MAX_VALUE)).isPast()).isFalse();
  }

  /** With a single processor, another thread only runs if this one yields. */
  @Test
  void onAVirtualThreadAskingLetsOthersRun() throws InterruptedException {
    int busy = Runtime.getRuntime().availableProcessors();
    boolean[] isHeard = new boolean[1];
    Thread[] hogs = new Thread[busy];
    for (int i = 0; i < busy; i++) {
      Deadline deadline = Deadline.in(Duration.ofSeconds(20));
      hogs[i] =
          Thread.startVirtualThread(
              () -> {
                while (!deadline.isPast() && !Thread.currentThread().isInterrupted()) {
                  Thread.onSpinWait();
                }
              });
    }
    Thread other = Thread.startVirtualThread(() -> isHeard[0] = true);
    assertThat(other.join(Duration.ofSeconds(10))).isTrue();
    assertThat(isHeard[0]).isTrue();
    for (Thread hog : hogs) {
      hog.interrupt();
      hog.join();
    }
  }

  @Test
  void workThatIsCancelledIsPastItsDeadlineAndSoAreItsParts() {
    AtomicBoolean isCancelled = new AtomicBoolean();
    Deadline deadline = Deadline.in(Duration.ofDays(1), isCancelled::get);
    Deadline part = deadline.part(0.5);
    assertThat(deadline.isPast()).isFalse();
    isCancelled.set(true);
    assertThat(deadline.isPast()).isTrue();
    assertThat(part.isPast()).isTrue();
  }
}
