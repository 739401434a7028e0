/** Gives an element attributes. */
export function describe(described, attributes) {
  Object.entries(attributes).forEach(([name, value]) => described.setAttribute(name, value));
}

/** A new element with attributes and content; text in it is text, whatever it holds. */
export function element(name, attributes, ...content) {
  const made = document.createElement(name);
  describe(made, attributes);
  made.append(...content);
  return made;
}
