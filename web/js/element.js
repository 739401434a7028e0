/** Sets attributes on an element. */
export function describe(described, attributes) {
  Object.entries(attributes).forEach(([name, value]) => described.setAttribute(name, value));
}

/** Creates an element with attributes and content; strings become text, never markup. */
export function element(name, attributes, ...content) {
  const made = document.createElement(name);
  describe(made, attributes);
  made.append(...content);
  return made;
}

/** Creates a button that does something when it is pressed. */
export function button(action, attributes, ...content) {
  const made = element("button", { type: "button", ...attributes }, ...content);
  made.addEventListener("click", () => action(made));
  return made;
}

/** The result of a step that a browser may refuse, such as storing; null if it does. */
export function attempt(step) {
  try {
    return step();
  } catch {
    return null;
  }
}
