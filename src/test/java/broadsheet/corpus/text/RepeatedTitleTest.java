package broadsheet.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedTitleTest {
  @Test
  void headlineAboveTheTextIsRemovedOnce() {
    assertThat(RepeatedTitle.removed("Bridge opens", List.of("Bridge opens", "Bridge opens", "x")))
        .containsExactly("Bridge opens", "x");
    assertThat(RepeatedTitle.removed("Bridge opens", List.of("It opened.", "Bridge opens")))
        .containsExactly("It opened.", "Bridge opens");
  }

  @Test
  void textThatIsOnlyTheHeadlineStays() {
    assertThat(RepeatedTitle.removed("Bridge opens", List.of("Bridge opens")))
        .containsExactly("Bridge opens");
    assertThat(RepeatedTitle.removed("", List.of())).isEmpty();
  }
}
