package broadsheet.lucene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.result.ClauseCount;
import broadsheet.engine.result.Note;
import broadsheet.query.QueryNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShortfallTest {

  private static final QueryNode FERRY = new QueryNode.Word("ferry");
  private static final QueryNode STRIKE = new QueryNode.Word("strike");

  private static ClauseCount count(QueryNode clause, long articles) {
    return new ClauseCount(clause, articles);
  }

  @Test
  void partsAddUpWhatTheyCounted() {
    Shortfall one =
        new Shortfall(
            List.of(new Note.OnlyRepeated(1, true), new Note.WithoutFilters(2, true)),
            List.of(count(FERRY, 3), count(STRIKE, 0)));
    Shortfall other =
        new Shortfall(
            List.of(new Note.WithoutFilters(5, false), new Note.OnlyRepeated(3, true)),
            List.of(count(FERRY, 4), count(STRIKE, 1)));
    assertThat(Shortfall.sum(List.of(one, other)))
        .isEqualTo(
            new Shortfall(
                List.of(new Note.OnlyRepeated(4, true), new Note.WithoutFilters(7, false)),
                List.of(count(FERRY, 7), count(STRIKE, 1))));
  }

  private static Note without(long articles, String... parts) {
    return new Note.WithoutFilters(List.of(parts), articles, true);
  }

  @Test
  void allFiltersAreNamedWhereMoreIsFoundWithoutThem() {
    List<Note> some =
        List.of(without(3, "the dates"), without(1, "source:Post"), without(5, "one", "other"));
    assertThat(new Shortfall(some, List.of()).told().notes()).isEqualTo(some);
    Shortfall none = new Shortfall(List.of(without(4, "the dates"), without(4)), List.of());
    assertThat(none.told().notes()).containsExactly(without(4, "the dates"));
    assertThat(none.isOfFilters()).isTrue();
    assertThat(Shortfall.none().isOfFilters()).isFalse();
  }

  @Test
  void aPartThatDidNotCountLeavesTheOthersUnsaid() {
    Shortfall cut = new Shortfall(List.of(Note.Plain.PARTS_NOT_COUNTED), List.of());
    Shortfall whole = new Shortfall(List.of(), List.of(count(FERRY, 4)));
    assertThat(Shortfall.sum(List.of(whole, cut))).isEqualTo(cut);
    assertThat(Shortfall.sum(List.of(whole, Shortfall.none())).notes()).isEmpty();
  }
}
