package broadsheet.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.result.Note.Part.Treatment;
import broadsheet.engine.result.TimeUpNote.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NoteTest {

  static List<Arguments> notes() {
    Duration limit = Duration.ofMillis(2_500);
    return List.of(
        Arguments.of(new Note.StopWords(List.of("the", "of")), "Optional words: the, of"),
        Arguments.of(
            new PartialMatchesNote(0, 2, true, false),
            "No article has both words; these have one."),
        Arguments.of(
            new PartialMatchesNote(1, 3, true, false),
            "1 article has all 3 words; these have some of them."),
        Arguments.of(
            new PartialMatchesNote(7, 4, false, false),
            "7 articles have all 4 parts; these have some of them."),
        Arguments.of(
            new PartialMatchesNote(2, 1, false, true),
            "2 articles have the whole of it; these have parts of it."),
        Arguments.of(
            new TimeUpNote(limit, State.NOTHING),
            "Stopped after 2.5 s, before anything was found."),
        Arguments.of(
            new TimeUpNote(limit, State.COUNT_SO_FAR),
            "Stopped after 2.5 s: at least this many articles match."),
        Arguments.of(
            new Note.PartUnreachable(2, 3),
            "2 of 3 parts of the archive answered: at least this many articles match."),
        Arguments.of(
            Note.Plain.UNCONFIRMED,
            "These results may be out of date: the cluster does not confirm the state of the"
                + " archive."),
        Arguments.of(
            new Note.Part("ab*", Treatment.MOST_FREQUENT_WORDS),
            "“ab*” matches too many words; only the most frequent were searched."),
        Arguments.of(
            new Note.Part("x".repeat(50), Treatment.LEFT_OUT),
            "“"
                + "x".repeat(39)
                + "…” holds nothing that can be searched, or too much, and was left out."),
        Arguments.of(
            new Note.OnlyRepeated(1, true),
            "1 article matches only with text that its source repeats; add furniture:show to search"
                + " it."),
        Arguments.of(
            new Note.OnlyRepeated(1_200, false),
            "At least 1,200 articles match only with text that their source repeats; add"
                + " furniture:show to search it."),
        Arguments.of(
            new Note.Compounds(List.of("klima"), 1),
            "“klima” also matches the start of 1 longer word; =klima matches it alone."),
        Arguments.of(
            new Note.Compounds(List.of("klima"), 2),
            "“klima” also matches the start of 2 longer words; =klima matches it alone."),
        Arguments.of(
            new Note.Compounds(List.of("klima", "Haus"), 2),
            "“klima”, “Haus” also match the start of 2 longer words; an = before a word matches"
                + " it alone."),
        Arguments.of(
            new Note.Variants("colour", List.of("color")),
            "“colour” also matches color; =colour matches it alone."),
        Arguments.of(
            new Note.Variants("tik tok", List.of("tiktok", "tiktoks")),
            "“tik tok” also matches tiktok, tiktoks; “tik tok” in quotes matches it alone."),
        Arguments.of(new Note.AndMore(1), "The same goes for 1 more part of the query."),
        Arguments.of(new Note.AndMore(3), "The same goes for 3 more parts of the query."),
        Arguments.of(new Note.WithoutFilters(1, true), "Without the filters, 1 article matches."),
        Arguments.of(
            new Note.WithoutFilters(List.of("source:CNN", "the dates"), 1_645, true),
            "Without source:CNN and the dates, 1,645 articles match."),
        Arguments.of(
            new Note.WithoutFilters(2, false), "Without the filters, at least 2 articles match."),
        Arguments.of(
            new Note.ByMeaning(1, OptionalInt.empty()), "1 article is found by meaning alone."),
        Arguments.of(
            new Note.ByMeaning(2, OptionalInt.of(0)),
            "No article has all of these words; these have some of them, or are near them in"
                + " meaning. 2 articles are found by meaning alone."),
        Arguments.of(new Note.NotByMeaning("No vectors."), "No vectors."));
  }

  @ParameterizedTest
  @MethodSource("notes")
  void saysSo(Note note, String text) {
    assertThat(note.text()).isEqualTo(text);
  }

  @Test
  void eachStateAndPlainNoteIsASentence() {
    List<Note> all = new ArrayList<>(Arrays.asList(Note.Plain.values()));
    for (State state : State.values()) {
      all.add(new TimeUpNote(Duration.ofSeconds(1), state));
    }
    assertThat(Note.texts(all)).doesNotHaveDuplicates().allMatch(text -> text.endsWith("."));
  }
}
