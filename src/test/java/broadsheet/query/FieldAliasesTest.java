package broadsheet.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldAliasesTest {

  @ParameterizedTest
  @ValueSource(strings = {"lang", "LANG", "by", "headline", "site", "intitle", "publication", "hd"})
  void isReadAsTheField(String name) {
    assertThat(name.length()).isLessThanOrEqualTo(Scope.LONGEST_NAME);
    assertThat(FieldAliases.meant(name).flatMap(Scope::named)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "re", "to", "", "http", "foo"})
  void ownNamesAndOtherWordsAreNone(String name) {
    assertThat(FieldAliases.meant(name)).isEmpty();
  }
}
