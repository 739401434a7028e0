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
  LANGUAGE,
  /** How many words the document has, by its database. */
  LENGTH,
  ID,
  URL,
  /** The beginning of a field that is not used. */
  UNUSED
}
