/** Says a line to the person at the terminal, with the time since the launcher began. */
export type Say = (text: string) => void;

export function createSay(): Say {
  // The terminal may vanish before the platform: then there is nobody to tell, and still things to stop.
  process.stdout.on('error', () => undefined);
  const began = Number(process.env['KYZMAT_STARTED_AT'] ?? Date.now());
  return (text) => {
    const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(6);
    process.stdout.write(`${seconds} s  ${text.replaceAll('\n', '\n          ')}\n`);
  };
}
