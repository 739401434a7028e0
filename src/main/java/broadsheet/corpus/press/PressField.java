package broadsheet.corpus.press;

/** A field that a press database states of a document. */
enum PressField {
  TITLE,
  STANDFIRST,
  SOURCE,
  DATE,
  AUTHOR,
  SECTION,
  DATELINE,
  BODY,
  TOPIC,
  PLACE,
  PERSON,
  ORGANISATION,
  LANGUAGE,
  /** The number of words, as the database states it. */
  LENGTH,
  ID,
  URL,
  /** The beginning of a field that is not used. */
  UNUSED
}
