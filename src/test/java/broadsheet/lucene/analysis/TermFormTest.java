package broadsheet.lucene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermFormTest {

  /** A pattern in Latin script therefore needs no folding of other scripts, which is slow. */
  @Test
  void foldingOfOtherScriptsKeepsEveryFoldedLatinPattern() {
    StringBuilder latin = new StringBuilder();
    for (char c = ' '; c < '\u0370'; c++) {
      latin.append("e").append(c).append("*");
    }
    String folded = TermForm.foldedPattern(latin.toString());
    assertThat(folded).contains("ee*").doesNotContain("É", "é");
    assertThat(new String(new ScriptFolding().of(folded.toCharArray(), folded.length())))
        .isEqualTo(folded);
  }

  @Test
  void patternInAnotherScriptIsFolded() {
    assertThat(TermForm.foldedPattern("Ёлка*")).isEqualTo("елка*");
    assertThat(TermForm.foldedPattern("a漢?")).isEqualTo("a汉?");
  }
}
