package broadsheet.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.request.FacetField;
import org.junit.jupiter.api.Test;

class FacetGroupTest {

  @Test
  void collectionsAndPeopleStandFirstAndEveryFacetHasItsPlace() {
    assertThat(FacetGroup.ORDER)
        .startsWith(FacetField.COLLECTION, FacetField.PERSON)
        .containsExactlyInAnyOrder(FacetField.values());
  }
}
