package broadsheet.engine.result;

/** The kind of answer that a question asks for. */
public enum AnswerKind {
  PERSON,
  NUMBER,
  TIME,
  PLACE,
  /** Something with a name: {@code which party}. */
  NAME,
  OTHER
}
