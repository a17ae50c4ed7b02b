/** An address of a field in its parts: `photo`, `outlets[0].proof`, `birth.day`. */
interface AddressParts {
  /** The top-level field; empty when this is no address of a field. */
  readonly id: string;
  /** Number of the row from 0, and the field inside it. */
  readonly row?: { readonly index: number; readonly id: string };
  /** The one input of a field of several: `day`. */
  readonly part?: string;
}

/** Reads the address of a field or of one of its inputs. */
export function readAddress(address: string): AddressParts {
  const [, id = '', index, inner, part] =
    /^([^.[]+)(?:\[(\d+)\]\.([^.[]+))?(?:\.([^.[]+))?$/u.exec(address) ?? [];
  return {
    id,
    ...(index !== undefined && inner !== undefined && { row: { index: Number(index), id: inner } }),
    ...(part !== undefined && { part }),
  };
}

/** The top-level field that an address, or the name of an input or of a row, belongs to; empty when there is none. */
export function fieldAt(address: string): string {
  return /^[^.[]+/u.exec(address)?.[0] ?? '';
}
