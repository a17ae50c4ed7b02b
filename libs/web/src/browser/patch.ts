/**
 * Makes one piece of a page like another, changing only what differs: the focus, opened details and what is being read
 * aloud stay where they are, and a screen reader is told of nothing but the change. Gives back whether anything changed.
 */
export function patch(shown: Element, wanted: Element | DocumentFragment): boolean {
  let changed = false;
  const before = [...shown.childNodes];
  const after = [...wanted.childNodes];
  after.forEach((node, index) => {
    const old = before[index];
    if (old === undefined) {
      shown.append(node.cloneNode(true));
      changed = true;
    } else if (old instanceof Element && node instanceof Element && isSame(old, node)) {
      if (attributes(old, node)) changed = true;
      if (patch(old, node)) changed = true;
    } else if (!old.isEqualNode(node)) {
      if (old instanceof Text && node instanceof Text) old.data = node.data;
      else old.replaceWith(node.cloneNode(true));
      changed = true;
    }
  });
  for (const old of before.slice(after.length)) {
    old.remove();
    changed = true;
  }
  return changed;
}

/** An element with another id is another element, even in the same place. */
function isSame(old: Element, wanted: Element): boolean {
  return old.tagName === wanted.tagName && old.id === wanted.id;
}

/** What the person did to the page, such as opening details, is not taken back. */
const personal: readonly string[] = ['open', 'aria-disabled'];

function attributes(old: Element, wanted: Element): boolean {
  const names = new Set([...old.getAttributeNames(), ...wanted.getAttributeNames()]);
  const differing = [...names].filter(
    (name) => !personal.includes(name) && old.getAttribute(name) !== wanted.getAttribute(name),
  );
  for (const name of differing) {
    const value = wanted.getAttribute(name);
    if (value === null) old.removeAttribute(name);
    else old.setAttribute(name, value);
  }
  return differing.length > 0;
}
