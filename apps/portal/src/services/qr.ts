/** A QR code of an address as one SVG path on a grid, its quiet zone left to the page. */
export async function qrPath(address: string): Promise<{ readonly size: number; readonly path: string }> {
  const { default: qr } = await import('qrcode');
  const { size, data } = qr.create(address, { errorCorrectionLevel: 'M' }).modules;
  const rows = Array.from({ length: size }, (_, row) => {
    const cells = Array.from(data.subarray(row * size, (row + 1) * size)).join('');
    const dark = [...cells.matchAll(/1+/g)];
    return dark.map(({ index, 0: run }) => `M${index} ${row}h${run.length}v1h-${run.length}z`).join('');
  });
  return { size, path: rows.join('') };
}
