package broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import broadsheet.Thorough;
import broadsheet.desk.NameCorrections.Numbered;
import broadsheet.names.Name;
import broadsheet.names.NameCorrection;
import broadsheet.names.NameKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of the corrections of names on every desk. A subclass provides the desk. */
public abstract class NameCorrectionsContract {

  private static final Name MISSPELT = person("Paul Volker");
  private static final Name VOLCKER = person("Paul Volcker");
  private static final Instant LONG_AGO = Instant.parse("1987-02-26T08:30:00Z");

  /**
   * A new object at each call for the desk of one archive, which is empty at first and used by this
   * test alone.
   */
  protected abstract Desk desk();

  /** The folder of its audit log. */
  protected abstract Path folder();

  private NameCorrections names() {
    return desk().names();
  }

  private static Name person(String text) {
    return new Name(NameKind.PERSON, text);
  }

  private Numbered hide(String name) {
    return names().add(person(name), "", Optional.empty());
  }

  private static NameCorrection hidden(String name, Instant at) {
    return new NameCorrection(person(name), "", Optional.empty(), "ada", at);
  }

  @Test
  void whereNothingIsCorrectedThereIsNothing() {
    assertThat(names().all()).isEmpty();
    assertThat(names().version()).isEmpty();
    assertThat(names().remove(1)).isEmpty();
    assertThat(names().addAll(List.of())).isZero();
    assertThat(names().check()).isZero();
    assertThat(names().version()).isEmpty();
  }

  @Test
  void correctionIsKeptWithItsEditorAndTime() {
    Instant before = Instant.now().minus(Duration.ofSeconds(1));
    Numbered merged = desk().by(Actor.user("ada")).names().add(MISSPELT, "", Optional.of(VOLCKER));
    Numbered split = names().add(VOLCKER, "Volcker \u05e9\ud83d\ude00'\"", Optional.empty());
    assertThat(names().all()).containsExactly(merged, split);
    assertThat(merged.correction().by()).isEqualTo("ada");
    assertThat(split.correction().by()).isEmpty();
    assertThat(merged.correction().at()).isBetween(before, Instant.now());
    assertThat(merged.correction().becomes()).contains(VOLCKER);
    assertThat(names().check()).isEqualTo(2);
  }

  @Test
  void anybodyUndoesACorrection() {
    Numbered first = desk().by(Actor.user("ada")).names().add(MISSPELT, "", Optional.empty());
    Numbered second = hide("Cocoa Board");
    assertThat(desk().by(Actor.user("bert")).names().remove(first.number())).contains(first);
    assertThat(names().remove(first.number())).isEmpty();
    assertThat(names().all()).containsExactly(second);
  }

  /** A page that is out of date must not undo another correction than the one it shows. */
  @Test
  void numberIsNotUsedAgain() {
    Numbered first = hide("Tide");
    names().remove(first.number());
    assertThat(hide("Ferry").number()).isGreaterThan(first.number());
  }

  @Test
  void versionTellsWhetherAnythingChanged() {
    List<String> versions = new ArrayList<>(List.of(names().version()));
    Numbered tide = hide("Tide");
    versions.add(names().version());
    hide("Ferry");
    versions.add(names().version());
    names().remove(tide.number());
    versions.add(names().version());
    assertThat(versions).doesNotHaveDuplicates();
    names().remove(tide.number());
    names().addAll(names().all().stream().map(Numbered::correction).toList());
    assertThat(names().version()).isEqualTo(versions.getLast());
  }

  @Test
  void importedCorrectionsStandOnceAndInTheOrderOfTime() {
    Numbered now = hide("Tide");
    NameCorrection old = hidden("Ferry", LONG_AGO);
    NameCorrection older = hidden("Quay", LONG_AGO.minusSeconds(1));
    assertThat(names().addAll(List.of(old, older, now.correction(), old))).isEqualTo(2);
    assertThat(names().addAll(List.of(old, older))).isZero();
    assertThat(names().all())
        .extracting(Numbered::correction)
        .containsExactly(older, old, now.correction());
  }

  /** Clocks of several machines differ, but the correction that an editor makes last holds. */
  @Test
  void newCorrectionIsTheLast() {
    Instant ahead = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
    names().addAll(List.of(hidden("Ferry", ahead)));
    Numbered added = hide("Tide");
    assertThat(names().all()).last().isEqualTo(added);
    assertThat(added.correction().at()).isEqualTo(ahead);
  }

  @Test
  void whatChangesNothingIsRefused() {
    assertThatThrownBy(() -> names().add(VOLCKER, "", Optional.of(VOLCKER)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(names().all()).isEmpty();
  }

  @Thorough
  @Test
  void thereIsAMost() {
    names()
        .addAll(
            IntStream.range(0, NameCorrections.MOST)
                .mapToObj(i -> hidden("Name " + i, LONG_AGO.plusSeconds(i)))
                .toList());
    assertThatThrownBy(() -> hide("Tide"))
        .isInstanceOf(DeskException.class)
        .hasMessageContaining("Undo some first");
    assertThat(names().all()).hasSize(NameCorrections.MOST);
    names().remove(names().all().getFirst().number());
    hide("Tide");
  }

  @Test
  void changesAreInTheAuditLog() throws IOException {
    Desk ada = desk().by(Actor.user("ada"));
    Numbered merged = ada.names().add(MISSPELT, "Volker", Optional.of(VOLCKER));
    ada.names().remove(merged.number());
    ada.names().remove(merged.number());
    names().addAll(List.of(hidden("Ferry", LONG_AGO)));
    List<JsonNode> log = new ArrayList<>();
    for (String line : Files.readAllLines(folder().resolve("audit.jsonl"))) {
      log.add(new ObjectMapper().readTree(line));
    }
    assertThat(log)
        .extracting(line -> line.path("what").asText(), line -> line.path("user").asText())
        .containsExactly(
            tuple("name corrected", "ada"),
            tuple("name correction undone", "ada"),
            tuple("name corrections imported", ""));
    assertThat(log.getFirst().path("name").asText()).isEqualTo("Paul Volker");
    assertThat(log.getFirst().path("form").asText()).isEqualTo("Volker");
    assertThat(log.getFirst().path("to").asText()).isEqualTo("Paul Volcker");
  }

  @Test
  void manyAtOnceLoseNothing() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<CompletableFuture<Numbered>> adding =
          IntStream.range(0, 40)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> hide("Name " + i), threads))
              .toList();
      List<Numbered> added = new ArrayList<>();
      for (CompletableFuture<Numbered> each : adding) {
        added.add(each.get(60, TimeUnit.SECONDS));
      }
      assertThat(names().all()).containsExactlyInAnyOrderElementsOf(added);
      assertThat(added).extracting(Numbered::number).doesNotHaveDuplicates();
    }
  }
}
