package broadsheet.lucene.words;

import java.util.Comparator;

/** The comparator of texts by their characters, in the order of their bytes in the index. */
enum CharacterOrder implements Comparator<String> {
  INSTANCE;

  private static final int FIRST_SURROGATE = Character.MIN_SURROGATE;

  @Override
  public int compare(String one, String other) {
    int both = Math.min(one.length(), other.length());
    for (int i = 0; i < both; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        boolean isBeyond = a >= FIRST_SURROGATE && b >= FIRST_SURROGATE;
        return isBeyond
            ? Character.isSurrogate(a) == Character.isSurrogate(b) ? a - b : b - a
            : a - b;
      }
    }
    return one.length() - other.length();
  }
}
