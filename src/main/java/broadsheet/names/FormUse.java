package broadsheet.names;

import java.util.List;

/**
 * A form that articles write, and its names.
 *
 * @param form as it is written
 * @param names the names that it stands for; none if it is undecided
 * @param articles the number of articles that have it
 */
public record FormUse(String form, List<Name> names, long articles) {

  public FormUse {
    names = List.copyOf(names);
  }
}
