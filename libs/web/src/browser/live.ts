const slowest = 60_000;

/** Renews a region while it is seen: soon after a change, ever more rarely while nothing happens. */
export function keepLive(region: HTMLElement): void {
  const url = region.dataset['liveUrl'];
  if (url === undefined) return;
  const soonest = Number(region.dataset['liveSeconds'] ?? '5') * 1000;
  let shown = plain(region.innerHTML);
  let wait = soonest;
  const later = () => setTimeout(() => void look(), wait);

  async function look(): Promise<void> {
    if (document.visibilityState === 'visible' && !region.contains(document.activeElement)) await renew();
    later();
  }

  async function renew(): Promise<void> {
    wait = Math.min(wait * 1.5, slowest);
    try {
      const response = await fetch(url ?? '', { headers: { accept: 'text/html' }, redirect: 'error' });
      if (response.status === 200) show(plain(await response.text()));
    } catch {
      // No connection: the next look comes later.
    }
  }

  function show(html: string): void {
    if (html === shown) return;
    shown = html;
    wait = soonest;
    region.innerHTML = html;
    region.firstElementChild?.classList.add('kz-changed');
  }

  later();
}

/** HTML as the browser itself would write it, so that equal pieces compare as equal. */
function plain(html: string): string {
  const piece = document.createElement('template');
  piece.innerHTML = html;
  return piece.innerHTML.trim();
}
