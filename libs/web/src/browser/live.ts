import { patch } from './patch.ts';

const slowest = 60_000;

/**
 * Renews a region while it is seen. Where the server tells of changes (`data-live-events`), it is renewed when told, and
 * hardly ever else; without that, or while the line is broken, soon after a change and ever more rarely then.
 */
export function keepLive(region: HTMLElement): void {
  const url = region.dataset['liveUrl'];
  if (url === undefined) return;
  const soonest = Number(region.dataset['liveSeconds'] ?? '5') * 1000;
  const line = listen(region.dataset['liveEvents'], () => void renew());
  let missed = false;
  let wait = soonest;
  const later = () => setTimeout(() => void look(), wait);

  async function look(): Promise<void> {
    if (document.visibilityState === 'visible') await renew();
    // Who is told of changes asks only in case something was not told.
    if (line?.readyState === EventSource.OPEN) wait = slowest;
    later();
  }

  async function renew(): Promise<void> {
    if (document.visibilityState !== 'visible') {
      missed = true;
      return;
    }
    missed = false;
    wait = Math.min(wait * 1.5, slowest);
    try {
      const response = await fetch(url ?? '', { headers: { accept: 'text/html' }, redirect: 'error' });
      if (response.status === 200) show(await response.text());
    } catch {
      // No connection: the next look comes later.
    }
  }

  function show(html: string): void {
    const piece = document.createElement('template');
    piece.innerHTML = html.trim();
    trim(region);
    unmark(region.firstElementChild);
    if (!patch(region, piece.content)) return;
    wait = soonest;
    region.firstElementChild?.classList.add('kz-changed');
  }

  document.addEventListener('visibilitychange', () => {
    if (missed) void renew();
  });
  later();
}

function listen(url: string | undefined, tell: () => void): EventSource | undefined {
  if (url === undefined) return undefined;
  const line = new EventSource(url);
  line.addEventListener('changed', tell);
  return line;
}

function unmark(changed: Element | null): void {
  changed?.classList.remove('kz-changed');
  if (changed?.className === '') changed.removeAttribute('class');
}

/** Blanks at the ends come from how the page is put together, and mean nothing. */
function trim(region: HTMLElement): void {
  for (const end of [region.firstChild, region.lastChild]) {
    if (end instanceof Text && end.data.trim() === '') end.remove();
  }
}
