/** What a person recognises of a sign-in: which browser, and roughly from where. */
export interface Whereabouts {
  /** `Firefox, Windows`; absent when the browser says nothing we know. */
  readonly browser?: string;
  /** `212.42.97.*`: enough to recognise a place, too little to follow a person. */
  readonly address?: string;
}

/** In this order: many browsers also call themselves by the names further down. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//u, 'Edge'],
  [/\bOPR\//u, 'Opera'],
  [/\bYaBrowser\//u, 'Yandex Browser'],
  [/\bSamsungBrowser\//u, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//u, 'Firefox'],
  [/\bChrome\/|\bCriOS\//u, 'Chrome'],
  [/\bSafari\//u, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/u, 'Android'],
  [/\biPhone\b/u, 'iPhone'],
  [/\biPad\b/u, 'iPad'],
  [/\bWindows\b/u, 'Windows'],
  [/\bMac OS X\b/u, 'macOS'],
  [/\bLinux\b/u, 'Linux'],
];

export function whereaboutsOf(userAgent: string | undefined, address: string | undefined): Whereabouts {
  const named = [browsers, systems].flatMap(
    (known) => known.find(([sign]) => sign.test(userAgent ?? ''))?.[1] ?? [],
  );
  const near = shortened(address ?? '');
  return {
    ...(named.length === 0 ? {} : { browser: named.join(', ') }),
    ...(near === undefined ? {} : { address: near }),
  };
}

/** The network of an address: three of four numbers, or three of eight groups. */
function shortened(address: string): string | undefined {
  const plain = address.replace(/^::ffff:/u, '');
  if (/^\d+\.\d+\.\d+\.\d+$/u.test(plain)) return plain.replace(/\d+$/u, '*');
  const groups = plain.split(':').slice(0, 3);
  return groups.length < 3 ? undefined : `${groups.join(':')}:*`;
}
