package broadsheet.web.names;

import broadsheet.names.Name;
import broadsheet.names.NameCorrection;
import broadsheet.names.NameKind;
import broadsheet.web.link.NameAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The form that corrects a name, and the corrections that led to it.
 *
 * @param action the address it is sent to
 * @param kinds the kinds of names
 * @param forms the forms that can be split off; empty if there is only one
 * @param made the corrections of this name, or into it, the newest first
 */
public record CorrectionForm(
    String action, List<String> kinds, List<String> forms, List<Correction> made) {

  static CorrectionForm of(Name name, List<String> forms, List<NameCorrection> all) {
    return new CorrectionForm(
        NameAddress.page(name) + "/correct",
        Arrays.stream(NameKind.values()).map(NameKind::label).toList(),
        forms.size() > 1 ? forms : List.of(),
        all.reversed().stream().filter(each -> concerns(each, name)).map(Correction::of).toList());
  }

  private static boolean concerns(NameCorrection correction, Name name) {
    return correction.of().equals(name) || correction.becomes().equals(Optional.of(name));
  }
}
