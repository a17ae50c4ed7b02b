/**
 * Makes one piece of a page like another, changing only what differs: the focus, opened details and what is being read
 * aloud stay where they are, and a screen reader is told of nothing but the change. Gives back whether anything changed.
 */
export function patch(shown: Element, wanted: Element | DocumentFragment): boolean {
  let changed = false;
  let old = shown.firstChild;
  const after = [...wanted.childNodes];
  after.forEach((node, index) => {
    while (old !== null && !isAlike(old, node) && !isStillWanted(old, after.slice(index + 1))) {
      old = removed(old);
      changed = true;
    }
    if (old !== null && isAlike(old, node)) {
      if (renew(old, node)) changed = true;
      old = old.nextSibling;
    } else {
      shown.insertBefore(node.cloneNode(true), old);
      changed = true;
    }
  });
  while (old !== null) {
    old = removed(old);
    changed = true;
  }
  return changed;
}

/** An element with another id is another element, even in the same place. */
function isAlike(old: Node, wanted: Node): boolean {
  if (!(old instanceof Element && wanted instanceof Element)) return old.nodeType === wanted.nodeType;
  return old.tagName === wanted.tagName && old.id === wanted.id;
}

/** Elements that come later stay where they are, and what is new goes before them. */
function isStillWanted(old: Node, later: readonly Node[]): boolean {
  return old instanceof Element && later.some((node) => isAlike(old, node));
}

function renew(old: Node, wanted: Node): boolean {
  if (old instanceof Element && wanted instanceof Element) {
    const renewed = attributes(old, wanted);
    return patch(old, wanted) || renewed;
  }
  if (old.nodeValue === wanted.nodeValue) return false;
  old.nodeValue = wanted.nodeValue;
  return true;
}

function removed(old: ChildNode): ChildNode | null {
  const next = old.nextSibling;
  old.remove();
  return next;
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
