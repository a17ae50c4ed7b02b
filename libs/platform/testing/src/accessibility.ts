import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { isScriptless } from './browser.ts';

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface AxeOptions {
  /** Beyond the standard: headings in order, one main, everything within landmarks. */
  readonly bestPractice?: boolean;
}

/**
 * Violations of WCAG 2.2 AA that a program can find, one readable line for each place; empty when there is none. Throws
 * in a context without script, where axe would wait for ever.
 */
export async function checkAxe(
  page: Page,
  { bestPractice = false }: AxeOptions = {},
): Promise<readonly string[]> {
  if (isScriptless(page.context())) throw new Error('axe needs script: check the page in another context');
  const tags = bestPractice ? [...wcag22aa, 'best-practice'] : wcag22aa;
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, help, impact, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      const why = failureSummary.replaceAll(/\s+/g, ' ');
      return `${id} (${impact ?? 'unknown'}): ${help}; at ${target.join(' ')}: ${why}`;
    }),
  );
}

/** Runs in the page. What scrolls by itself, such as a wide table, may be wider than the screen. */
const stickingOut = `[...document.querySelectorAll('body *')]
  .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .filter((element) => {
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
      if (outer !== document.body && getComputedStyle(outer).overflowX !== 'visible') return false;
    }
    return getComputedStyle(element).visibility !== 'hidden';
  })
  .map((element) => element.tagName.toLowerCase() + (element.className ? '.' + element.className : ''))`;

/** What makes a page scroll sideways (WCAG 1.4.10 at 320 px), an element each; empty when nothing does. */
export async function checkReflow(page: Page): Promise<readonly string[]> {
  const found: unknown = await page.evaluate(stickingOut);
  return Array.isArray(found) ? found.map(String) : [];
}
