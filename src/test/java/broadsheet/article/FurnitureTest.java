package broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.article.Furniture.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

class FurnitureTest {

  private static final String BODY = "One two.\nSign up\nnow. Three";
  private static final Furniture SOME =
      new Furniture(List.of(new Stretch(4, 7), new Stretch(9, 21)));

  @Test
  void blanksStandInItsPlace() {
    assertThat(SOME.without(BODY)).isEqualTo("One    .\n       \n     Three");
    assertThat(SOME.only(BODY)).isEqualTo("    two \nSign up\nnow.      ");
    assertThat(SOME.without(List.of("One two.", "Sign up", "now. Three")))
        .containsExactly("One    .", "       ", "     Three");
    assertThat(Furniture.NONE.without(BODY)).isEqualTo(BODY);
  }

  @Test
  void whatIsTakenOutCanBePutBack() {
    assertThat(SOME.putInto(SOME.without(BODY), SOME.cutFrom(BODY))).isEqualTo(BODY);
  }

  @Test
  void stretchesAreInOrderAndApart() {
    for (List<Stretch> wrong :
        List.of(
            List.of(new Stretch(3, 3)),
            List.of(new Stretch(4, 6), new Stretch(6, 8)),
            List.of(new Stretch(4, 6), new Stretch(1, 2)))) {
      assertThatThrownBy(() -> new Furniture(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
