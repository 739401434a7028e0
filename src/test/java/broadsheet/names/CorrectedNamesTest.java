package broadsheet.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectedNamesTest {

  private static final NameEntry VOLCKER = entry("Paul Volcker", 90, "Paul Volcker", "Volcker");
  private static final NameEntry MISSPELT = entry("Paul Volker", 7, "Paul Volker");
  private static final NameTable DECIDED = new NameTable(List.of(VOLCKER, MISSPELT));

  private final List<NameCorrection> corrections = new ArrayList<>();

  private static Name person(String text) {
    return new Name(NameKind.PERSON, text);
  }

  private static NameEntry entry(String name, int articles, String... forms) {
    return new NameEntry(person(name), List.of(forms), articles);
  }

  /** Adds a correction a second after the one before. */
  private CorrectedNamesTest then(String name, String form, @Nullable Name becomes) {
    corrections.add(correction(name, form, becomes, corrections.size()));
    return this;
  }

  private static NameCorrection correction(
      String name, String form, @Nullable Name becomes, int second) {
    return new NameCorrection(
        person(name), form, Optional.ofNullable(becomes), "", Instant.ofEpochSecond(second));
  }

  private List<NameEntry> entries() {
    return List.copyOf(DECIDED.corrected(corrections).entries());
  }

  @Test
  void nothingIsCorrectedWithoutACorrection() {
    assertThat(entries()).containsExactly(VOLCKER, MISSPELT);
  }

  @Test
  void nameIsRenamed() {
    then("Paul Volcker", "", person("Paul A. Volcker"));
    assertThat(entries())
        .containsExactly(entry("Paul A. Volcker", 90, "Paul Volcker", "Volcker"), MISSPELT);
  }

  @Test
  void nameGetsAnotherKind() {
    Name place = new Name(NameKind.PLACE, "Paul Volker");
    then("Paul Volker", "", place);
    assertThat(entries()).containsExactly(VOLCKER, new NameEntry(place, List.of("Paul Volker"), 7));
  }

  @Test
  void nameIsMergedIntoOneThatExists() {
    NameEntry merged = entry("Paul Volcker", 97, "Paul Volcker", "Volcker", "Paul Volker");
    then("Paul Volker", "", VOLCKER.name());
    assertThat(entries()).containsExactly(merged);
    assertThat(DECIDED.corrected(corrections).namesOf("Paul Volker"))
        .containsExactly(VOLCKER.name());
  }

  /** The forms of the more frequent name are the more frequent ones, whichever name is kept. */
  @Test
  void formsOfTheBiggerNameComeFirst() {
    then("Paul Volcker", "", MISSPELT.name());
    assertThat(entries())
        .containsExactly(entry("Paul Volker", 97, "Paul Volcker", "Volcker", "Paul Volker"));
  }

  @Test
  void anAddedFormStandsForANameThatTheArchiveLacks() {
    then("Kurt Volcker", "Volcker", person("Kurt Volcker"));
    assertThat(corrections.getFirst().isAddition()).isTrue();
    assertThat(corrections.getFirst().text())
        .isEqualTo("person “Kurt Volcker” has the form “Volcker”");
    NameTable table = DECIDED.corrected(corrections);
    assertThat(table.namesOf("Volcker")).containsExactly(person("Kurt Volcker"));
    assertThat(table.namesOf("Paul Volcker")).containsExactly(VOLCKER.name());
  }

  /** Whatever becomes a name that was renamed before becomes what that name is now. */
  @Test
  void chainsAreFollowed() {
    then("Paul Volcker", "", person("Paul A. Volcker"));
    then("Paul Volker", "", VOLCKER.name());
    assertThat(entries())
        .containsExactly(entry("Paul A. Volcker", 97, "Paul Volcker", "Volcker", "Paul Volker"));
  }

  @Test
  void aRenamedNameIsRenamedBack() {
    then("Paul Volcker", "", person("Paul A. Volcker"));
    then("Paul A. Volcker", "", VOLCKER.name());
    assertThat(entries()).containsExactly(VOLCKER, MISSPELT);
  }

  @Test
  void nameIsHidden() {
    then("Paul Volcker", "", null);
    assertThat(entries()).containsExactly(MISSPELT);
    assertThat(DECIDED.corrected(corrections).namesOf("Volcker")).isEmpty();
  }

  @Test
  void formIsSplitOff() {
    then("Paul Volcker", "Volcker", person("Barbara Volcker"));
    assertThat(entries())
        .containsExactly(
            entry("Barbara Volcker", 90, "Volcker"),
            entry("Paul Volcker", 90, "Paul Volcker"),
            MISSPELT);
  }

  @Test
  void formIsGivenToAnotherName() {
    then("Paul Volcker", "Volcker", MISSPELT.name());
    assertThat(DECIDED.corrected(corrections).namesOf("Volcker")).containsExactly(MISSPELT.name());
  }

  @Test
  void formIsHidden() {
    then("Paul Volcker", "Volcker", null);
    assertThat(entries()).containsExactly(entry("Paul Volcker", 90, "Paul Volcker"), MISSPELT);
  }

  @Test
  void nameWithoutAFormIsNoName() {
    then("Paul Volker", "Paul Volker", null);
    assertThat(entries()).containsExactly(VOLCKER);
  }

  @Test
  void unknownNameOrFormDoesNothing() {
    then("Nobody", "", null).then("Paul Volcker", "Paul Volker", null);
    then("Nobody", "Volcker", person("Somebody"));
    assertThat(entries()).containsExactly(VOLCKER, MISSPELT);
  }

  @Test
  void formOfTwoNamesIsTakenFromOneOfThem() {
    NameTable shared =
        new NameTable(
            List.of(
                entry("Smith", 9, "Smith and Jones"),
                entry("Jones", 8, "Jones", "Smith and Jones")));
    assertThat(
            shared
                .corrected(List.of(correction("Jones", "Smith and Jones", null, 0)))
                .namesOf("Smith and Jones"))
        .containsExactly(person("Smith"));
  }

  @Test
  void correctedNameIsCorrectedAgain() {
    then("Paul Volcker", "", person("A")).then("A", "", person("B")).then("Paul Volcker", "", null);
    assertThat(entries()).containsExactly(entry("B", 90, "Paul Volcker", "Volcker"), MISSPELT);
  }

  @Test
  void circleEndsWhereItBegan() {
    then("Paul Volcker", "", person("A")).then("A", "", person("B")).then("B", "", VOLCKER.name());
    assertThat(entries()).containsExactly(VOLCKER, MISSPELT);
  }

  @Test
  void correctionThatChangesNothingIsNone() {
    assertThatThrownBy(() -> correction("Volcker", "", person("Volcker"), 0))
        .hasMessage("“Volcker” is a person already; the correction would change nothing");
  }

  @Test
  void endlessNameIsNone() {
    assertThatThrownBy(() -> correction("V".repeat(201), "", null, 0))
        .hasMessageStartingWith("a name has at most 200 characters, not “VVV");
  }

  /** Time decides, whatever the order of the list; an undone correction leaves no trace. */
  @Test
  void timeDecidesAndUndoingLeavesNoTrace() {
    Seeds.each(200, CorrectedNamesTest::timeDecides);
  }

  private static void timeDecides(Random random) {
    NameTable decided = new NameTable(randomEntries(random));
    List<NameCorrection> all = randomCorrections(random);
    NameTable stepwise = decided.corrected(all);
    NameTable beforeTheLast = decided.corrected(all.subList(0, all.size() - 1));
    List<NameCorrection> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    assertThat(decided.corrected(shuffled).entries()).containsExactlyElementsOf(stepwise.entries());
    shuffled.remove(all.getLast());
    assertThat(decided.corrected(shuffled).entries())
        .containsExactlyElementsOf(beforeTheLast.entries());
  }

  private static List<NameEntry> randomEntries(Random random) {
    return IntStream.range(0, 6)
        .filter(_ -> random.nextBoolean())
        .mapToObj(i -> entry("N" + i, random.nextInt(50), "f" + i, "f" + (i + 1)))
        .toList();
  }

  private static List<NameCorrection> randomCorrections(Random random) {
    List<NameCorrection> all = new ArrayList<>();
    while (all.size() < 12) {
      String name = "N" + random.nextInt(6);
      String form = random.nextBoolean() ? "" : "f" + random.nextInt(7);
      String becomes = "N" + random.nextInt(6);
      if (!becomes.equals(name)) {
        all.add(
            correction(name, form, random.nextInt(4) == 0 ? null : person(becomes), all.size()));
      }
    }
    return all;
  }
}
