import assert from 'node:assert/strict';

/** The clerk at the document system: its pages only, never the portal. */
export interface EdmsClerk {
  /** Throws until it is there. */
  page(reference: string, path?: string): Promise<string>;
  write(reference: string, fields: Readonly<Record<string, string>>): Promise<void>;
}

export function edmsClerk(edmsUrl: string): EdmsClerk {
  return {
    async page(reference, path = '') {
      const response = await fetch(`${edmsUrl}/${reference}${path}`);
      assert.equal(response.status, 200);
      return response.text();
    },
    async write(reference, fields) {
      const body = new URLSearchParams(fields);
      const response = await fetch(`${edmsUrl}/${reference}`, { method: 'POST', body });
      assert.equal(response.status, 200);
    },
  };
}
